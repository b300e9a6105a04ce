import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MemoryFiles } from '../fakes/memory-files';
import { MemoryKeyFile } from '../fakes/memory-key-file';
import { MemorySecrets } from '../fakes/memory-secrets';
import { MemorySettingsFile } from '../fakes/memory-settings-file';
import { MemoryVaultFile } from '../fakes/memory-vault-file';
import { sealer } from '../unit/sealing/sealers';
import { type Fakes, makeApp, type World } from './make-app';

const vectors = path.resolve(import.meta.dirname, '../vectors/profiles-0.1.0');

/** What the profiles are in; their README says how they were made. */
export type FirstVersionProfile = 'keychain' | 'passphrase' | 'in-doubt' | 'memory' | 'keyless' | 'no-vault';

/** The passphrases that they were made with. */
export const passphrases = { backups: 'Grüße aus dem Süden, 1998', lock: 'lantern Åse pebble orbit' };

/** All of them. */
export const firstVersionProfiles: readonly FirstVersionProfile[] = [
  ...(['keychain', 'passphrase', 'in-doubt', 'memory', 'keyless', 'no-vault'] as const),
];

/** This app on a profile that Latchkey 0.1.0 wrote, with the keychain as that left it and the real age. */
export const openFirstVersion = (name: FirstVersionProfile): World =>
  makeApp(leftByFirstVersion(name), { sealer });

/** The keychain, the files and the backup folder as Latchkey 0.1.0 left them; nothing was started on them yet. */
export function leftByFirstVersion(
  name: FirstVersionProfile,
): Pick<Fakes, 'secrets' | 'vaultKeyFile' | 'files' | 'settingsFile' | 'vaultFile'> {
  const folder = path.join(vectors, name);
  const text = (file: string): string | null =>
    existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8') : null;
  const bytes = (file: string): Uint8Array | null =>
    existsSync(path.join(folder, file)) ? new Uint8Array(readFileSync(path.join(folder, file))) : null;
  const secrets = new MemorySecrets();
  const entries = JSON.parse(text('keychain.json') ?? '{}') as Record<string, string>;
  for (const [entry, value] of Object.entries(entries)) secrets.entries.set(entry, value);
  const vaultKeyFile = new MemoryKeyFile();
  vaultKeyFile.sealed = bytes('vault-key.age');
  const files = new MemoryFiles();
  const backups = path.join(folder, 'backups');
  if (existsSync(backups)) {
    files.make(
      '/backups',
      Object.fromEntries(
        readdirSync(backups).map((file) => [file, bytes(`backups/${file}`) ?? new Uint8Array()]),
      ),
    );
  }
  return {
    secrets,
    vaultKeyFile,
    files,
    settingsFile: new MemorySettingsFile(text('settings.json'), text('settings.json.bak')),
    vaultFile: new MemoryVaultFile(bytes('vault.age'), bytes('vault.age.bak')),
  };
}
