import type { RecoveryCodesCalls, UnderstoodCode } from '#contract/calls/recovery-codes';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { Clock } from '../ports/clock';
import type { Random } from '../ports/random';
import { readLabel } from '../records/label';
import type { Ledger } from '../records/ledger-record';
import type { AccountShelf } from '../shelves/account-shelf';
import { changeAt, codeAt, findCurrent } from './current-set';
import { beginSet, spendCode, takeIn } from './ledger';
import type { LedgerShelf } from './ledger-shelf';
import { correctCode, putBackCode, removeCode } from './row-changes';
import { readRows } from './typed-rows';
import { understand } from './understand/understand';

export interface HandKeptParts {
  readonly accountShelf: AccountShelf;
  readonly ledgerShelf: LedgerShelf;
  readonly clock: Clock;
  readonly random: Random;
}

type HandKeptCalls = Pick<
  RecoveryCodesCalls,
  | 'understandCodes'
  | 'addHandKept'
  | 'changeHandKept'
  | 'removeHandKept'
  | 'correctRecoveryCode'
  | 'removeRecoveryCode'
  | 'putBackRecoveryCode'
>;

/**
 * What a person does with the codes of sites that Latchkey does not speak to. Rows are changed there alone: what a
 * service lists is right by itself, and comes back with the next fetch.
 */
export function handKeptCalls(parts: HandKeptParts): HandKeptCalls {
  const { accountShelf, ledgerShelf, clock, random } = parts;
  const { removedCode } = ledgerShelf;
  const assertByHand = async (ledgerId: string): Promise<void> => {
    if (accountShelf.has(ledgerId)) throw new AppError('no-such-account');
    await findCurrent(ledgerShelf, ledgerId);
  };

  return {
    understandCodes: ({ text }) => Promise.resolve().then(() => understand(text)),

    async addHandKept({ label: typed, codes }) {
      const ledgerId = random.uuid();
      const label = readLabel(typed);
      const rows = readRows(codes);
      if (ledgerShelf.ledgers.length >= limits.ledgers) throw new AppError('too-many-ledgers');
      await ledgerShelf.changeLedger(ledgerId, label, (ledger) =>
        withUsed(beginSet(ledger, textsOf(rows), clock.now(), random), rows, clock.now()),
      );
      return { ledgerId };
    },

    async changeHandKept({ ledgerId, label: typed, codes }) {
      await assertByHand(ledgerId);
      const label = readLabel(typed);
      const rows = codes.length === 0 ? null : readRows(codes);
      await ledgerShelf.changeLedger(ledgerId, label, (ledger) =>
        rows === null
          ? ledger
          : withUsed(takeIn(ledger, textsOf(rows), clock.now(), random), rows, clock.now()),
      );
      return {};
    },

    async removeHandKept({ ledgerId }) {
      await assertByHand(ledgerId);
      await ledgerShelf.removeLedger(ledgerId);
      return {};
    },

    async correctRecoveryCode({ ledgerId, index, code }) {
      await assertByHand(ledgerId);
      await changeAt(ledgerShelf, ledgerId, index, (ledger) => correctCode(ledger, index, code));
      return {};
    },

    async removeRecoveryCode({ ledgerId, index }) {
      await assertByHand(ledgerId);
      const { current } = await findCurrent(ledgerShelf, ledgerId);
      const code = codeAt(current, index);
      await changeAt(ledgerShelf, ledgerId, index, (ledger) => removeCode(ledger, index));
      removedCode.remember({ ledgerId, setName: current.name, index, code });
      return {};
    },

    async putBackRecoveryCode({ ledgerId }) {
      await assertByHand(ledgerId);
      const removed = removedCode.of(ledgerId);
      const { ledger } = await findCurrent(ledgerShelf, ledgerId);
      if (!removed) throw new AppError('no-such-code');
      let index = removed.index;
      await ledgerShelf.changeLedger(ledgerId, ledger.label, (now) => {
        // A new list may have taken its place.
        if (now.sets[0]?.name !== removed.setName) throw new AppError('no-such-code');
        index = Math.min(index, now.sets[0].codes.length);
        return putBackCode(now, index, removed.code);
      });
      removedCode.forget();
      return { index };
    },
  };
}

const textsOf = (rows: readonly UnderstoodCode[]): string[] => rows.map(({ code }) => code);

/** Marks the codes that a person ticked. One that was used before stays so without a tick. */
const withUsed = (ledger: Ledger, rows: readonly UnderstoodCode[], at: number): Ledger =>
  rows.filter(({ isUsed }) => isUsed).reduce((now, { code }) => spendCode(now, code, at), ledger);
