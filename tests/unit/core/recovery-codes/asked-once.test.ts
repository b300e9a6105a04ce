import { afterEach, expect, it, vi } from 'vitest';
import { LedgerShelf } from '../../../../src-main/core/recovery-codes/ledger-shelf';
import { appWithCodes, newAccount, snapshotOf } from '../story';
import { addByHand } from '../vault/vault-world';

afterEach(() => vi.restoreAllMocks());

it('a snapshot goes through the ledgers once, however many accounts there are', async () => {
  const story = await appWithCodes(['abcd-1234', 'efgh-5678']);
  for (const label of ['Home', 'School']) await story.backend.addAccount(newAccount({ label }));
  await addByHand(story);
  const all = vi.spyOn(LedgerShelf.prototype, 'ledgers', 'get');
  const one = vi.spyOn(LedgerShelf.prototype, 'ledger');
  const { accounts, handKept } = await snapshotOf(story);
  expect(accounts.map(({ recovery }) => recovery?.total)).toEqual([2, undefined, undefined]);
  expect(handKept.map(({ label }) => label)).toEqual(['By hand']);
  expect([all.mock.calls.length, one.mock.calls.length]).toEqual([1, 0]);
});
