import { realpathSync } from 'node:fs';
import type { SettingsFile, StoredSettings } from '../../core/ports/files/settings-file';
import type { ProfileFile } from '../../core/ports/files/profile-file';
import type { SealedFile } from '../../core/ports/sealing/sealed-file';
import { type KeptFile, keptFile } from './kept-file';

const textsOf = async (file: KeptFile): Promise<StoredSettings> => {
  const { content, backup } = await file.read();
  return { text: content?.toString('utf8') ?? null, backup: backup?.toString('utf8') ?? null };
};

/** `settings.json` in the profile folder, which is made when it is not there. */
export function settingsFile(folder: string): SettingsFile {
  const file = keptFile(folder, 'settings.json');
  return { read: () => textsOf(file), write: file.write, setAside: () => file.setAside('damaged') };
}

/** `profile.json` in the profile folder, which has to be there. */
export function profileFile(folder: string): ProfileFile {
  const file = keptFile(folder, 'profile.json');
  return { place: steadyPlace(realpathSync(folder)), read: () => textsOf(file), write: file.write };
}

/** A snap keeps its folder under the number of its revision, and moves it along with each: that makes no other profile. */
export const steadyPlace = (folder: string): string =>
  folder.replace(/(\/snap\/[^/]+\/)x?\d+(?=\/|$)/, '$1revision');

/** `vault.age` in the profile folder. */
export function vaultFile(folder: string): SealedFile {
  const file = keptFile(folder, 'vault.age');
  return {
    async read() {
      const { content, backup } = await file.read();
      return { sealed: content, backup };
    },
    write: file.write,
    setAside: file.setAside,
  };
}
