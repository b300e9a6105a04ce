import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from '../../../scripts/desktop/session.mjs';
import { openWithIdentity } from '../../witness/age-command';

/** The name of the keychain's entry with the key to a profile's vault, as docs/backup-format.md has it. */
export async function identityEntry(profile: string): Promise<string> {
  const { id, recipient } = JSON.parse(await readFile(path.join(profile, 'profile.json'), 'utf8')) as {
    id: string;
    recipient: string;
  };
  return `vault-identity:${id}:${recipient}`;
}

const secretTool = (act: 'lookup' | 'clear', account: string, session: Session): string =>
  execFileSync('secret-tool', [act, 'service', 'Latchkey', 'account', account], {
    env: session.env,
    encoding: 'utf8',
  });

/** Removes the key from the keyring, as a person does with the keyring's own program. */
export async function removeKey(profile: string, session: Session): Promise<void> {
  secretTool('clear', await identityEntry(profile), session);
}

/** Keeps a secret in the keyring under a name of Latchkey's, as the first version did it. */
export function keepInKeyring(account: string, secret: string, session: Session): void {
  execFileSync('secret-tool', ['store', '--label', account, 'service', 'Latchkey', 'account', account], {
    env: session.env,
    input: secret,
  });
}

/** The keyring's entry with the key; null without one. */
export async function keyIn(profile: string, session: Session): Promise<string | null> {
  const account = await identityEntry(profile);
  try {
    return secretTool('lookup', account, session);
  } catch {
    return null;
  }
}

/** What the system's `age`, an outside witness, makes of the vault with the key from the keyring. */
export async function openVault(profile: string, session: Session): Promise<string> {
  const identity = (await keyIn(profile, session)) ?? '';
  return (await openWithIdentity(path.join(profile, 'vault.age'), identity)) ?? 'it does not open';
}
