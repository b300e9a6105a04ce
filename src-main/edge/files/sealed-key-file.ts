import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { SealedKeyFile } from '../../core/ports/sealing/sealed-key-file';
import { behindLink, readBehindLink, removeBehindLink } from './behind-link';
import { readIfThere, renameDurably, renameIfThere, writeDurably } from './durable-file';

/**
 * `vault-key.age` in the profile folder, and `vault-key.new` beside it while the lock is being changed. No older version
 * is kept: it would open with an older passphrase. Where `vault-key.age` is a link, what that leads to is read and written.
 */
export function sealedKeyFile(folder: string): SealedKeyFile {
  const file = path.join(folder, 'vault-key.age');
  const next = path.join(folder, 'vault-key.new');
  return {
    read: () => readBehindLink(file),
    readNext: () => readIfThere(next),
    write: async (sealed) => writeDurably(await behindLink(file), sealed, 'replaced'),
    writeNext: (sealed) => writeDurably(next, sealed, 'replaced'),
    async takeNext() {
      const place = await behindLink(file);
      if (place === file) return renameDurably(next, file);
      // It may be on another disk, where nothing is renamed to.
      await writeDurably(place, await readFile(next), 'replaced');
      await rm(next, { force: true });
    },
    remove: () => removeBehindLink(file),
    removeNext: () => rm(next, { force: true }),
    async setAside() {
      const aside = path.join(folder, `vault-key.keyless-${new Date().toISOString().replace(/\D/g, '')}`);
      await renameIfThere(file, `${aside}.age`);
      await renameIfThere(next, `${aside}.new`);
    },
  };
}
