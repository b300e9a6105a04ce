import { cleanLine } from '#contract/clean-text';
import type { RecoveryCodesCalls } from '#contract/calls/recovery-codes';
import { nextCode } from '#contract/codes-left';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { SecretClipboard } from '../clipboard/secret-clipboard';
import { readLabel } from '../records/label';
import { beginSet, changeCode, takeIn } from './ledger';
import type { CodeSet } from '../records/code-set';
import type { Ledger } from '../records/ledger-record';
import type { RecoveryCode } from '../records/recovery-code';
import { readPastedCodes } from './pasted-codes';
import { entriesOf } from './summary';
import type { ScreenGuard } from '../ports/shell/screen-guard';
import type { Clock } from '../ports/clock';
import type { Random } from '../ports/random';
import type { LedgerShelf } from './ledger-shelf';
import type { AccountShelf } from '../shelves/account-shelf';

interface Parts {
  readonly accountShelf: AccountShelf;
  readonly ledgerShelf: LedgerShelf;
  readonly clock: Clock;
  readonly random: Random;
  readonly clipboard: SecretClipboard;
  readonly screenGuard: ScreenGuard;
}

/** What can be done with ledgers; none of it needs the network. */
export function ledgerCalls({
  accountShelf,
  ledgerShelf,
  clock,
  random,
  clipboard,
  screenGuard,
}: Parts): RecoveryCodesCalls {
  const find = async (ledgerId: string): Promise<{ ledger: Ledger; current: CodeSet }> => {
    await ledgerShelf.openFor(ledgerId);
    const ledger = ledgerShelf.ledger(ledgerId);
    const [current] = ledger.sets;
    if (!current) throw new AppError('no-such-code');
    return { ledger, current };
  };
  const codeAt = (current: CodeSet, index: number): RecoveryCode => {
    const code = current.codes[index];
    if (!code) throw new AppError('no-such-code');
    return code;
  };
  const change = async (
    ledgerId: string,
    index: number,
    how: (code: RecoveryCode) => RecoveryCode,
  ): Promise<void> => {
    const { ledger, current } = await find(ledgerId);
    const { code } = codeAt(current, index);
    await ledgerShelf.changeLedger(ledgerId, ledger.label, (now) => {
      // Another set may have taken its place while this change waited for its turn.
      if (now.sets[0]?.codes[index]?.code !== code) throw new AppError('no-such-code');
      return changeCode(now, index, how);
    });
  };
  const handKept = async (ledgerId: string): Promise<Ledger> => {
    if (accountShelf.has(ledgerId)) throw new AppError('no-such-account');
    return (await find(ledgerId)).ledger;
  };

  return {
    readLedger: ({ ledgerId }) => Promise.resolve({ entries: entriesOf(ledgerShelf.ledger(ledgerId)) }),

    async revealRecoveryCodes({ ledgerId }) {
      const { ledger, current } = await find(ledgerId);
      const texts = (set: CodeSet): string[] => set.codes.map(({ code }) => code);
      const replaced = ledger.sets.slice(1).map((set) => ({
        name: set.name,
        replacedAt: set.replacedAt ?? set.fetchedAt,
        codes: texts(set),
      }));
      screenGuard.hideFromCaptures(true);
      return { codes: texts(current), replaced };
    },

    async copyRecoveryCode({ ledgerId, index }) {
      const { current } = await find(ledgerId);
      const { code, state: before } = codeAt(current, index);
      // Noted first: a copy that nobody knows of is worse than a note too many.
      if (before === 'unused') {
        await change(ledgerId, index, (one) => ({ ...one, state: 'perhaps-used', at: clock.now() }));
      }
      await clipboard.copy(code);
      return {};
    },

    async useNextCode({ ledgerId, noteRead = false }) {
      const { current } = await find(ledgerId);
      const index = nextCode(current.codes);
      if (index < 0) throw new AppError('no-such-code');
      if (!noteRead && codeAt(current, index).note !== '') throw new AppError('code-has-note');
      await change(ledgerId, index, (one) => ({ ...one, state: 'used', at: clock.now() }));
      await clipboard.copy(codeAt(current, index).code);
      return { index };
    },

    async markRecoveryCode({ ledgerId, index, state: mark }) {
      const at = mark === 'used' ? clock.now() : null;
      await change(ledgerId, index, (one) => ({ ...one, state: mark, at }));
      return {};
    },

    async noteOnRecoveryCode({ ledgerId, index, note }) {
      await change(ledgerId, index, (one) => {
        // One that was joined out of several may be longer, and stay as long as it is.
        if (note.length > Math.max(limits.note, one.note.length)) throw new AppError('bad-input');
        return { ...one, note: cleanLine(note) };
      });
      return {};
    },

    async addHandKept({ label: typed, pasted }) {
      const ledgerId = random.uuid();
      const label = readLabel(typed);
      const codes = readPastedCodes(pasted);
      if (ledgerShelf.ledgers.length >= limits.ledgers) throw new AppError('too-many-ledgers');
      await ledgerShelf.changeLedger(ledgerId, label, (ledger) =>
        beginSet(ledger, codes, clock.now(), random),
      );
      return { ledgerId };
    },

    async changeHandKept({ ledgerId, label: typed, pasted }) {
      await handKept(ledgerId);
      const label = readLabel(typed);
      const codes = pasted.trim() === '' ? null : readPastedCodes(pasted);
      await ledgerShelf.changeLedger(ledgerId, label, (ledger) =>
        codes === null ? ledger : takeIn(ledger, codes, clock.now(), random),
      );
      return {};
    },

    async removeHandKept({ ledgerId }) {
      await handKept(ledgerId);
      await ledgerShelf.removeLedger(ledgerId);
      return {};
    },
  };
}
