import { nothing } from '../basics';
import type { Calls, Table } from '../table';

/** The part of the table about the vault and its key. */
export const vaultTable = {
  /** Writes, reads and deletes a canary; what it found is in the snapshot. */
  probeKeychain: { takes: nothing, gives: nothing },
  /** The yes to a vault that is older than what was last written here: Latchkey goes on with it. */
  acceptOlderVault: { takes: nothing, gives: nothing },
  /** Older settings that turned up later were seen: the notice of just those does not come back. */
  noteSettingsSeen: { takes: nothing, gives: nothing },
  /** The yes to all that was taken over from an older version's settings file: it is theirs. */
  believeTakenOver: { takes: nothing, gives: nothing },
} as const satisfies Table;

export type VaultCalls = Calls<typeof vaultTable>;
