import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Session } from '../../../scripts/desktop/session.mjs';

const run = promisify(execFile);

/** Every secret of Latchkey's in the session's keyring, as `secret-tool`, an outside witness, finds them. */
export async function secretsIn(session: Session): Promise<string[]> {
  const found = await run('secret-tool', ['search', '--all', '--unlock', 'service', 'Latchkey'], {
    env: session.env,
  });
  return [...found.stdout.matchAll(/^secret = (.*)$/gm)].map(([, secret = '']) => secret);
}

/** The tokens among them. Each lies with a digest of the address that it is for. */
export const tokensIn = async (session: Session): Promise<string[]> =>
  (await secretsIn(session)).flatMap((secret) => /^1\.[\w-]{20}\.(.*)$/.exec(secret)?.[1] ?? []);
