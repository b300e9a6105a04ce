import { expect, test } from 'vitest';
import { WindowState } from '../../../../src-renderer/state/window.svelte';
import { aSet, aSnapshot, anAccount, fakeBackend, firstId, secondId, thirdId } from '../fake-backend';

const withStamps = (first: number, kept: number) =>
  aSnapshot({
    accounts: [
      anAccount({ recovery: aSet(['unused'], { stamp: first }) }),
      anAccount({ id: secondId, label: 'Home', recovery: aSet(['unused'], { stamp: 7 }) }),
    ],
    activeAccountId: firstId,
    handKept: [{ id: thirdId, label: 'Bank', recovery: aSet(['unused'], { stamp: kept }) }],
  });

test('only the ledger on the screen asks what is known of its codes, and again when that is news', () => {
  const { backend, asked } = fakeBackend({ readLedger: () => Promise.resolve({ entries: [] }) });
  const latchkey = new WindowState(backend, withStamps(1, 2));
  const read = () => asked.flatMap(([name, input]) => (name === 'readLedger' ? [input] : []));
  expect(read()).toEqual([]);
  latchkey.go('recovery-codes');
  latchkey.replaceSnapshot(withStamps(1, 3));
  expect(read()).toEqual([{ ledgerId: firstId }]);
  latchkey.replaceSnapshot(withStamps(4, 3));
  expect(read()).toEqual([{ ledgerId: firstId }, { ledgerId: firstId }]);
  latchkey.showCodesOf('others');
  latchkey.others.open(thirdId);
  latchkey.replaceSnapshot(withStamps(5, 3));
  expect(read().slice(2)).toEqual([{ ledgerId: thirdId }]);
  latchkey.replaceSnapshot({ ...withStamps(5, 3), activeAccountId: secondId });
  expect(read().slice(3)).toEqual([{ ledgerId: secondId }]);
  latchkey.go('settings');
  latchkey.replaceSnapshot(withStamps(9, 9));
  latchkey.go('recovery-codes');
  latchkey.leave();
  expect(read()).toHaveLength(5);
});
