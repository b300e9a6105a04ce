import { expect, it } from 'vitest';
import { beginSet, emptyLedger, spendCode } from '../../../../src-main/core/recovery-codes/ledger';
import { ledgerChanges } from '../../../../src-main/core/store/changes/ledger-changes';
import { storeOf } from '../../../../src-main/core/store/changes/store-of';
import type { Entry } from '../../../../src-main/core/store/view/entry';
import { join } from '../../../../src-main/core/store/facts/join';
import { viewOf } from '../../../../src-main/core/store/view/view';
import { emptyView, viewAfter } from '../../../../src-main/core/store/view/view-after';
import { entryId } from './computer';
import { DrawnRandom } from './drawn-random';

const random = new DrawnRandom(3);
const ids = Array.from({ length: 2_000 }, (_, place) => entryId(place + 1));
const codes = (): string[] => Array.from({ length: 10 }, () => random.hex(4));

const differing = (before: readonly Entry[], after: readonly Entry[]): string[] =>
  after.filter((entry, place) => entry !== before[place]).map(({ id }) => id);

it('works out again what changed, and nothing else, with 2,000 accounts and 20,000 codes', () => {
  const ledgers = ids.map((id, place) => beginSet(emptyLedger(id, `Site ${place}`), codes(), 1_000, random));
  const accounts = ledgers.map(({ id, label }) => ({
    id,
    label,
    serviceUrl: 'https://service.test',
    tokenPrefix: '' as const,
    inDoubt: false,
  }));
  const store = storeOf(accounts, ledgers);
  const before = viewOf(store);
  const view = viewAfter(emptyView, store);
  expect(differing(before, view.entries)).toEqual([]);
  const [first] = before;
  if (!first) throw new Error('nothing is there');
  const ledger = spendCode(first.ledger, first.ledger.sets[0]?.codes[0]?.code ?? '', 5);
  const author = { computer: '0'.repeat(16), now: 2_000, random };
  const changed = join(store, ledgerChanges(store, first.ledger, ledger, author, 'listed'));
  const after = viewAfter(view, changed);
  expect(after.entries).toHaveLength(2_000);
  expect(differing(before, after.entries)).toEqual([first.id]);
  expect(viewOf(changed).every((entry, place) => entry === after.entries[place])).toBe(true);
  expect(viewAfter(after, changed).entries).toBe(after.entries);
});
