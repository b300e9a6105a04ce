import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere, renameIfThere, sweepLeftovers, writeDurably } from './durable-file';

/** A file of the profile that must not be lost: with its last good version, and set aside rather than written over. */
export interface KeptFile {
  /** Rejects when a file is there but cannot be read. */
  readonly read: () => Promise<{ readonly content: Buffer | null; readonly backup: Buffer | null }>;
  readonly write: (content: string | Uint8Array) => Promise<void>;
  /** `keyless` takes the last good version along. */
  readonly setAside: (why: 'damaged' | 'keyless') => Promise<void>;
}

/** A file in a folder, which is made when it is not there. */
export function keptFile(folder: string, name: string): KeptFile {
  const file = path.join(folder, name);
  return {
    async read() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const [content, backup] = await Promise.all([readIfThere(file), readIfThere(`${file}.bak`)]);
      void sweepLeftovers(folder);
      return { content, backup };
    },
    write: (content) => writeDurably(file, content, 'kept'),
    async setAside(why) {
      const { name: stem, ext } = path.parse(name);
      const when = new Date().toISOString().replace(/\D/g, '');
      const aside = path.join(folder, `${stem}.${why}-${when}${ext}`);
      if (why === 'damaged') return rename(file, aside);
      await renameIfThere(file, aside);
      await renameIfThere(`${file}.bak`, `${aside}.bak`);
    },
  };
}
