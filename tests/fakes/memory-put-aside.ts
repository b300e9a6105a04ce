import type { PutAsideFiles } from '../../src-main/core/ports/files/put-aside-files';
import type { MemoryKeyFile } from './memory-key-file';
import type { MemoryVaultFile } from './memory-vault-file';

/** What the fakes of vault and key keep under another name, the latest first. */
export class MemoryPutAside implements PutAsideFiles {
  readonly #vaultFile: MemoryVaultFile;
  readonly #keyFile: MemoryKeyFile;

  constructor(vaultFile: MemoryVaultFile, keyFile: MemoryKeyFile) {
    this.#vaultFile = vaultFile;
    this.#keyFile = keyFile;
  }

  read(): ReturnType<PutAsideFiles['read']> {
    return Promise.resolve({
      vaults: this.#vaultFile.aside
        .map((sealed, place) => ({ name: `vault.keyless-2026010203040500${place}.age`, sealed }))
        .reverse(),
      keys: [...this.#keyFile.aside].reverse(),
    });
  }
}
