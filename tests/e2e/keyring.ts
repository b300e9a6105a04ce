import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Session } from '../../scripts/desktop/session.mjs';

const run = promisify(execFile);

/** Every secret of Latchkey's in the session's keyring, as `secret-tool`, an outside witness, finds them. */
export async function secretsIn(session: Session): Promise<string[]> {
  const found = await run('secret-tool', ['search', '--all', '--unlock', 'service', 'Latchkey'], {
    env: session.env,
  });
  return [...found.stdout.matchAll(/^secret = (.*)$/gm)].map(([, secret = '']) => secret);
}

/** The files below a folder that hold a text, in UTF-8 or UTF-16. */
export async function filesWith(text: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const holding: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (forms.some((form) => bytes.includes(form))) holding.push(file);
  }
  return holding;
}
