import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type { SettingsFile } from '../core/ports';
import { readIfThere, sweepLeftovers, writeDurably } from './durable-file';

/** `settings.json` in the profile folder, which is made when it is not there. */
export function settingsFile(folder: string): SettingsFile {
  const file = path.join(folder, 'settings.json');
  return {
    async read() {
      await mkdir(folder, { recursive: true });
      const [text, backup] = await Promise.all([readIfThere(file), readIfThere(`${file}.bak`)]);
      void sweepLeftovers(folder);
      return { text, backup };
    },
    write: (text) => writeDurably(file, text),
    setAside: () =>
      rename(file, path.join(folder, `settings.damaged-${new Date().toISOString().replace(/\D/g, '')}.json`)),
  };
}
