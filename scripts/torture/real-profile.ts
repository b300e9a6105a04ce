import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { profileFile, settingsFile, vaultFile } from '../../src-main/edge/files/profile-files';
import { sealedKeyFile } from '../../src-main/edge/files/sealed-key-file';
import { makeApp } from '../../tests/app/make-app';
import { MemoryFiles } from '../../tests/fakes/memory-files';
import type { Story } from '../../tests/unit/core/story';
import type { Lying } from '../../tests/unit/core/vault/migration/kill-twice';
import { FileSecrets } from './file-secrets';
import { quickSealer } from './quick-sealer';

/** Where everything lies: a profile's files, and beside them the keychain and the backup folder. */
const placesIn = (folder: string) => ({
  profile: path.join(folder, 'profile'),
  keychain: path.join(folder, 'keychain.json'),
  backups: path.join(folder, 'backups'),
});

/** Latchkey on a profile of real files. The backup folder is in memory: what is written there is told elsewhere. */
export function startIn(folder: string): Story {
  const { profile, keychain, backups } = placesIn(folder);
  const files = new MemoryFiles();
  const names = existsSync(backups) ? readdirSync(backups) : [];
  const held = names.map((name) => [name, new Uint8Array(readFileSync(path.join(backups, name)))]);
  files.make('/backups', Object.fromEntries(held) as Record<string, Uint8Array>);
  const world = makeApp(
    { secrets: new FileSecrets(keychain), files },
    {
      settingsFile: settingsFile(profile),
      profileFile: profileFile(profile),
      vaultFile: vaultFile(profile),
      vaultKeyFile: sealedKeyFile(profile),
      sealer: quickSealer,
    },
  );
  return { ...world, accountId: '' };
}

/** What lies there, read as anybody can. */
export function lyingIn(folder: string): Lying {
  const { profile, keychain } = placesIn(folder);
  const bytes = (name: string): Uint8Array | null =>
    existsSync(path.join(profile, name)) ? new Uint8Array(readFileSync(path.join(profile, name))) : null;
  const text = (name: string): string | null => {
    const content = bytes(name);
    return content && Buffer.from(content).toString('utf8');
  };
  return {
    vaultFile: { sealed: bytes('vault.age'), backup: bytes('vault.age.bak') },
    vaultKeyFile: { sealed: bytes('vault-key.age') },
    settingsFile: { text: text('settings.json'), backup: text('settings.json.bak') },
    secrets: new FileSecrets(keychain),
  };
}
