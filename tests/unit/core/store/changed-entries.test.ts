import { expect, it } from 'vitest';
import { beginSet, spendCode } from '../../../../src-main/core/recovery-codes/ledger';
import { changedEntries } from '../../../../src-main/core/store/facts/changed-entries';
import { emptyStore, type Store } from '../../../../src-main/core/store/facts/store';
import { Computer, entryId } from './computer';

const [first, second, third] = [entryId(1), entryId(2), entryId(3)];

function filled(): Computer {
  const computer = new Computer(1);
  for (const id of [first, second]) {
    computer.describe(id, { label: 'Mail', serviceUrl: 'https://service.test' });
    computer.change(id, (ledger) => beginSet(ledger, [`${id} a`, `${id} b`], 5, computer.random));
  }
  return computer;
}

/** What a change changed, forth and back. */
function changedBy(change: (computer: Computer) => void): readonly string[] {
  const computer = filled();
  const before: Store = computer.store;
  change(computer);
  const changed = [...changedEntries(before, computer.store)].sort();
  expect([...changedEntries(computer.store, before)].sort()).toEqual(changed);
  return changed;
}

it.each<[string, (computer: Computer) => void, readonly string[]]>([
  ['nothing', (computer) => computer.hears(emptyStore), []],
  ['a fact', (one) => one.change(first, (ledger) => spendCode(ledger, `${first} a`, 7)), [first]],
  ['a latest value', (computer) => computer.describe(second, { label: 'Post' }), [second]],
  [
    'when a set was listed',
    (one) =>
      one.change(first, ({ sets, ...rest }) => ({
        ...rest,
        sets: sets.map((set) => ({ ...set, fetchedAt: 9 })),
      })),
    [first],
  ],
  ['an entry that comes', (computer) => computer.describe(third, { label: 'New' }), [third]],
  [
    'an entry that goes',
    (computer) => {
      const seen = computer.entry(first);
      if (seen) computer.remove(seen);
    },
    [first],
  ],
  ['a yes that two are one', (computer) => computer.unite(second, first), [second]],
])('names the entries that are others after %s', (_, change, expected) => {
  expect(changedBy(change)).toEqual(expected);
});

it('names all of two stores that have nothing in common', () => {
  expect([...changedEntries(emptyStore, filled().store)].sort()).toEqual([first, second]);
});
