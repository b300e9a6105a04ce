import type { ForeignFile } from '../sealing/foreign';

/** What lies in the profile folder of vaults whose key was gone when a new one was begun. */
export interface PutAsideFiles {
  /**
   * The latest first, and no more than are worth a look; one that cannot be read is left out. `keys`: sealed by the
   * passphrase that was asked for then. Never rejects.
   */
  read(): Promise<{ readonly vaults: readonly ForeignFile[]; readonly keys: readonly Uint8Array[] }>;
}
