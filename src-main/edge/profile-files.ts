import type { SettingsFile } from '../core/ports';
import type { SealedFile } from '../core/sealing-ports';
import { keptFile } from './kept-file';

/** `settings.json` in the profile folder, which is made when it is not there. */
export function settingsFile(folder: string): SettingsFile {
  const file = keptFile(folder, 'settings.json');
  return {
    async read() {
      const { content, backup } = await file.read();
      return { text: content?.toString('utf8') ?? null, backup: backup?.toString('utf8') ?? null };
    },
    write: file.write,
    setAside: () => file.setAside('damaged'),
  };
}

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
