import * as v from 'valibot';
import { nothing, passphrase, sameAsBackups } from '../basics';
import type { Calls, Table } from '../table';

/** The part of the table about the lock and the keychain. */
export const lockTable = {
  /** Locks at once; resolves when nothing of the vault is in memory any more. */
  lock: { takes: nothing, gives: nothing },
  /** `passphrase`: where one is asked for; else empty. */
  unlock: { takes: v.strictObject({ passphrase }), gives: nothing },
  /** For a forgotten passphrase, while locked: keeps the sealed vault under another name and begins an empty one. */
  startOver: { takes: nothing, gives: nothing },
  /** Asks for a passphrase from now on, or for another one. `passphrase`: the one of now; empty where there is none. */
  setLockPassphrase: {
    takes: v.strictObject({ passphrase, newPassphrase: passphrase, ...sameAsBackups }),
    gives: nothing,
  },
  removeLockPassphrase: { takes: v.strictObject({ passphrase }), gives: nothing },
  /** Somebody enters a passphrase: what works with it can get ready. */
  expectPassphrase: { takes: nothing, gives: nothing },
  /** The window shows no code any more: it may be in screenshots again. */
  codesHidden: { takes: nothing, gives: nothing },
} as const satisfies Table;

export type LockCalls = Calls<typeof lockTable>;
