import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { SealedKeyFile } from '../core/lock-ports';
import { readIfThere, renameIfThere, writeDurably } from './durable-file';

/** `vault-key.age` in the profile folder. No older version is kept: it would open with an older passphrase. */
export function sealedKeyFile(folder: string): SealedKeyFile {
  const file = path.join(folder, 'vault-key.age');
  return {
    read: () => readIfThere(file),
    write: (sealed) => writeDurably(file, sealed, 'replaced'),
    remove: () => rm(file, { force: true }),
    setAside: () =>
      renameIfThere(
        file,
        path.join(folder, `vault-key.keyless-${new Date().toISOString().replace(/\D/g, '')}.age`),
      ),
  };
}
