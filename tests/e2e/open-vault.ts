import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Session } from '../../scripts/desktop/session.mjs';
import { openWithIdentity } from '../witness/age-command';

const identityIn = (session: Session): string =>
  execFileSync('secret-tool', ['lookup', 'service', 'Latchkey', 'account', 'vault-identity'], {
    env: session.env,
    encoding: 'utf8',
  });

/** What the system's `age`, an outside witness, makes of the vault with the key from the keyring. */
export async function openVault(profile: string, session: Session): Promise<string> {
  return (await openWithIdentity(path.join(profile, 'vault.age'), identityIn(session))) ?? 'it does not open';
}
