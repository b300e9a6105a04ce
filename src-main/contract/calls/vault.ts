import { nothing } from '../basics';
import type { Calls, Table } from '../table';

/** The part of the table about the vault and its key. */
export const vaultTable = {
  /** Writes, reads and deletes a canary, and opens the vault where it can; what it found is in the snapshot. */
  probeKeychain: { takes: nothing, gives: nothing },
  /** Opens the vault if it is not open; what state it is in then is in the snapshot too. */
  openVault: { takes: nothing, gives: nothing },
  /** With the vault's key gone: keeps the sealed file under another name and begins an empty vault. */
  beginNewVault: { takes: nothing, gives: nothing },
} as const satisfies Table;

export type VaultCalls = Calls<typeof vaultTable>;
