import type { RenewalCalls } from '#contract/calls/renewal';
import { AppError, type ErrorCode } from '#contract/errors';
import type { Backups } from '../backup/folders/backups';
import type { Callers } from '../accounts/callers';
import { beginSet, takeIn } from '../recovery-codes/ledger';
import type { Ledger } from '../records/ledger-record';
import type { OneAtATime } from '../turns/one-at-a-time';
import type { OtpApi } from '../service/otp-api';
import type { Clock } from '../ports/clock';
import type { Random } from '../ports/random';
import type { State } from '../state/state';
import type { LedgerShelf } from '../recovery-codes/ledger-shelf';
import type { AccountShelf } from '../shelves/account-shelf';

interface Parts {
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly ledgerShelf: LedgerShelf;
  readonly backups: Backups;
  readonly callers: Callers;
  readonly api: OtpApi;
  readonly clock: Clock;
  readonly random: Random;
  readonly turns: OneAtATime;
}

/** Failures after which nobody knows whether the service has replaced the codes. */
const doubtful: ReadonlySet<ErrorCode> = new Set([
  'outcome-unknown',
  'answer-not-understood',
  'service-failed',
  // Many services answer what they have done with "see there".
  'redirect-refused',
  'bug',
]);

/** Recovery codes as the service has them: fetched into the ledger, or replaced by new ones in a safe order. */
export function recoveryCalls(parts: Parts): RenewalCalls {
  const { state, accountShelf, ledgerShelf, backups, callers, api, clock, random, turns } = parts;

  const noteDoubt = (accountId: string, recoveryInDoubt: boolean): Promise<void> =>
    accountShelf.noteOn(accountId, (account) => ({ ...account, recoveryInDoubt }));

  const fetchCodes = async (accountId: string): Promise<void> => {
    const account = accountShelf.get(accountId);
    await ledgerShelf.openFor(accountId);
    const listed = await callers.withSession(account, (caller) => api.recoveryCodes(caller));
    await ledgerShelf.changeLedger(
      accountId,
      account.label,
      (ledger) => takeIn(ledger, listed, clock.now(), random),
      'listed',
    );
    if (account.recoveryInDoubt) await noteDoubt(accountId, false);
  };

  const askForNew = async (accountId: string): Promise<string[]> => {
    const account = accountShelf.get(accountId);
    // On disk before the request: if the app dies in between, the next start says what may have happened.
    await accountShelf.changeOne(accountId, (stored) => ({ ...stored, recoveryInDoubt: true }));
    try {
      return await callers.withSession(account, (caller) => api.newRecoveryCodes(caller));
    } catch (error) {
      const certain = error instanceof AppError && !doubtful.has(error.code);
      if (certain) await noteDoubt(accountId, account.recoveryInDoubt);
      throw error;
    }
  };

  /**
   * The safe order: prove that the vault and the backup folders can be written, note the start, ask once, write and read
   * back, and only then show, write a backup and forget the note. The old codes stay as a replaced set. What could not be
   * written leaves the note, for the next start has the old codes only.
   */
  const replaceCodes = async (accountId: string, withoutBackup: boolean): Promise<void> => {
    const { label } = accountShelf.get(accountId);
    await ledgerShelf.prove(accountId);
    if (!withoutBackup) await backups.prove();
    const codes = await askForNew(accountId);
    const replace = (ledger: Ledger): Ledger => beginSet(ledger, codes, clock.now(), random);
    try {
      await ledgerShelf.changeLedger(accountId, label, replace, 'listed');
    } catch (error) {
      // They exist nowhere else: better in memory, with a clear word, than lost.
      ledgerShelf.holdInMemory(accountId, label, replace);
      // A backup holds what is in memory, too.
      backups.schedule();
      throw error;
    }
    // The codes are safe in the vault: a backup that fails shows in its health, and fails nothing here.
    await backups.catchUp();
    await noteDoubt(accountId, false);
  };

  return {
    async fetchRecoveryCodes({ accountId }) {
      await turns.run(`recovery ${accountId}`, () => fetchCodes(accountId));
      return {};
    },

    async generateRecoveryCodes({ accountId, withoutBackup }) {
      await turns.run(`recovery ${accountId}`, async () => {
        state.recall(accountId).generating = true;
        state.announce();
        try {
          await replaceCodes(accountId, withoutBackup);
        } finally {
          state.recall(accountId).generating = false;
          state.announce();
        }
      });
      return {};
    },
  };
}
