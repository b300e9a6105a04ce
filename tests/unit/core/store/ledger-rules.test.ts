import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Ledger } from '../../../../src-main/core/records/ledger-record';
import {
  beginSet,
  changeCode,
  emptyLedger,
  spendCode,
  takeIn,
} from '../../../../src-main/core/recovery-codes/ledger';
import { correctCode, removeCode } from '../../../../src-main/core/recovery-codes/row-changes';
import { mergeSets } from '../../../../src-main/core/backup/content/merge-sets';
import { ledgerChanges } from '../../../../src-main/core/store/changes/ledger-changes';
import { join } from '../../../../src-main/core/store/facts/join';
import { emptyStore } from '../../../../src-main/core/store/facts/store';
import { storeOf } from '../../../../src-main/core/store/changes/store-of';
import { entryOf } from '../../../../src-main/core/store/view/view';
import { DrawnRandom } from './drawn-random';
import { runs } from './runs';

const id = '00000000-0000-4000-8000-000000000001';

const codes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 4 });
const rule = fc.record({
  name: fc.constantFrom(
    'takeIn',
    'beginSet',
    'spend',
    'mark',
    'note',
    'rename',
    'merge',
    'correct',
    'remove',
  ),
  codes,
  code: fc.nat(3),
  state: fc.constantFrom('unused', 'perhaps-used', 'gone', 'used'),
  later: fc.integer({ min: -20, max: 50 }),
});
type Rule = typeof rule extends fc.Arbitrary<infer One> ? One : never;

/** What today's rules make of a ledger. */
function applied(
  ledger: Ledger,
  { name, codes, code, state, later }: Rule,
  at: number,
  random: DrawnRandom,
): Ledger {
  switch (name) {
    case 'takeIn':
      return takeIn(ledger, codes, at, random);
    case 'beginSet':
      return beginSet(ledger, codes, at, random);
    case 'spend':
      return spendCode(ledger, codes[0] ?? 'a', at);
    case 'mark':
      return changeCode(ledger, code, (one) => ({ ...one, state, at: state === 'unused' ? null : at }));
    case 'note':
      return changeCode(ledger, code, (one) => ({ ...one, note: codes.join('; ') }));
    case 'correct':
      return isFresh(ledger, code) ? correctCode(ledger, code, `${codes[0] ?? 'a'}${at}`) : ledger;
    case 'remove':
      return isFresh(ledger, code) ? removeCode(ledger, code) : ledger;
    case 'rename':
      return { ...ledger, label: `Label ${later}` };
    case 'merge':
      return {
        ...ledger,
        sets: mergeSets(beginSet(emptyLedger(id, ''), codes, at, random).sets, ledger.sets, random),
      };
  }
}

/** Whether a row may go: not the last one, nor one that is used, which the store would know again when it comes back. */
const isFresh = ({ sets: [current] }: Ledger, index: number): boolean =>
  (current?.codes.length ?? 0) > 1 && current?.codes[index]?.state === 'unused';

/** Whether a code stands in two sets: then they become one, and no rule of a ledger says how that looks. */
const isShared = ({ sets }: Ledger): boolean => {
  const all = sets.flatMap((set) => set.codes.map(({ code }) => code));
  return new Set(all).size < all.length;
};

/** A file may unite sets of a ledger, whose codes then stand in another order, and leave open when one was replaced. */
const isUnited = (rule: Rule, before: Ledger | null, after: Ledger): boolean =>
  rule.name === 'merge' &&
  (after.sets.length < (before?.sets.length ?? 0) + 1 ||
    after.sets.some(({ replacedAt }, place) => place > 0 && replacedAt === null));

/** No rule gives a set its id: that is of its earliest fact. */
const ruled = (ledger: Ledger | null): object | null =>
  ledger && { ...ledger, sets: ledger.sets.map((set) => ({ ...set, id: undefined })) };

const statesOf = ({ sets }: Ledger): string[] =>
  [...new Set(sets.flatMap((set) => set.codes.map(({ code }) => code)))].sort();

it('shows after each change what the rules of recovery codes made of the ledger', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 14 }), fc.boolean(), (rules, isMigrated) => {
      const random = new DrawnRandom(1);
      let store = emptyStore;
      let at = 1_000;
      let before: Ledger | null = null;
      if (isMigrated) {
        before = takeIn(beginSet(emptyLedger(id, 'Old'), ['a', 'x'], 10, random), ['y', 'z'], 5, random);
        store = storeOf([], [before]);
        expect(ruled(entryOf(store, id)?.ledger ?? null)).toEqual(before);
      }
      for (const one of rules) {
        at = Math.max(0, at + one.later);
        const after = applied(before ?? emptyLedger(id, 'First'), one, at, random);
        const author = { computer: '0123456789abcdef', now: at, random };
        store = join(store, ledgerChanges(store, before, after, author, 'listed'));
        const shown: Ledger | null = entryOf(store, id)?.ledger ?? null;
        const isLoose = isShared(after) || isUnited(one, before, after);
        if (isLoose && shown) expect(statesOf(shown)).toEqual(statesOf(after));
        else if (after.sets.length > 0) expect(ruled(shown)).toEqual(ruled(after));
        else expect(shown).toBeNull();
        before = shown;
      }
    }),
    runs(),
  );
});
