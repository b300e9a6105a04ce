import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { SealedKeyFile } from '../../core/ports/sealing/sealed-key-file';
import { readIfThere, renameDurably, renameIfThere, writeDurably } from './durable-file';

/**
 * `vault-key.age` in the profile folder, and `vault-key.new` beside it while the lock is being changed. No older version
 * is kept: it would open with an older passphrase.
 */
export function sealedKeyFile(folder: string): SealedKeyFile {
  const file = path.join(folder, 'vault-key.age');
  const next = path.join(folder, 'vault-key.new');
  return {
    read: () => readIfThere(file),
    readNext: () => readIfThere(next),
    write: (sealed) => writeDurably(file, sealed, 'replaced'),
    writeNext: (sealed) => writeDurably(next, sealed, 'replaced'),
    takeNext: () => renameDurably(next, file),
    remove: () => rm(file, { force: true }),
    removeNext: () => rm(next, { force: true }),
    async setAside() {
      const aside = path.join(folder, `vault-key.keyless-${new Date().toISOString().replace(/\D/g, '')}`);
      await renameIfThere(file, `${aside}.age`);
      await renameIfThere(next, `${aside}.new`);
    },
  };
}
