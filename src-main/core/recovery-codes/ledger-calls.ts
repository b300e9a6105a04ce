import { cleanLine } from '#contract/clean-text';
import type { RecoveryCodesCalls } from '#contract/calls/recovery-codes';
import { nextCode } from '#contract/codes-left';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { SecretClipboard } from '../clipboard/secret-clipboard';
import { changeAt, codeAt, findCurrent } from './current-set';
import { handKeptCalls, type HandKeptParts } from './hand-kept-calls';
import { changeCode } from './ledger';
import type { CodeSet } from '../records/code-set';
import type { RecoveryCode } from '../records/recovery-code';
import { entriesOf } from './summary';
import type { ScreenGuard } from '../ports/shell/screen-guard';

interface Parts extends HandKeptParts {
  readonly clipboard: SecretClipboard;
  readonly screenGuard: ScreenGuard;
}

/** What can be done with ledgers; none of it needs the network. */
export function ledgerCalls(parts: Parts): RecoveryCodesCalls {
  const { ledgerShelf, clock, clipboard, screenGuard } = parts;
  const find = (ledgerId: string) => findCurrent(ledgerShelf, ledgerId);
  const change = (
    ledgerId: string,
    index: number,
    how: (code: RecoveryCode) => RecoveryCode,
  ): Promise<void> => changeAt(ledgerShelf, ledgerId, index, (ledger) => changeCode(ledger, index, how));

  return {
    ...handKeptCalls(parts),

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
  };
}
