import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { behindLink, readBehindLink } from './behind-link';
import { readIfThere, renameIfThere, sweepLeftovers, writeDurably } from './durable-file';

/**
 * A file of the profile that must not be lost: with its last good version, and set aside rather than written over. Where
 * it is a link, what that leads to is read and written, and the link stays until it is set aside.
 */
export interface KeptFile {
  /** Rejects when a file is there but cannot be read, and for a link that leads nowhere. */
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
      const [content, backup] = await Promise.all([readBehindLink(file), readIfThere(`${file}.bak`)]);
      void sweepLeftovers(folder, 'any');
      const place = await behindLink(file).catch(() => file);
      if (place !== file) void sweepLeftovers(path.dirname(place), 'own');
      return { content, backup };
    },
    write: async (content) => writeDurably(await behindLink(file), content, 'kept', `${file}.bak`),
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
