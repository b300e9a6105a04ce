import { expect, it } from 'vitest';
import { accountLedgers } from '../../../../src-main/core/records/account-ledgers';

const ledgers = [{ id: 'work' }, { id: 'by-hand' }, { id: 'home' }];

it('a ledger is an account’s by its id', () => {
  const isAccounts = accountLedgers([{ id: 'home' }, { id: 'without-codes' }, { id: 'work' }]);
  expect(ledgers.map(isAccounts)).toEqual([true, false, true]);
});

it('a ledger whose account is gone is nobody’s, whatever was asked before', () => {
  const before = accountLedgers([{ id: 'work' }]);
  const after = accountLedgers([]);
  expect([before({ id: 'work' }), after({ id: 'work' })]).toEqual([true, false]);
});
