import { describe, expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { RemoveAccount } from '../../../src-renderer/state/accounts/account-changes.svelte';
import { WindowState } from '../../../src-renderer/state/window.svelte';
import { aSet, aSnapshot, anAccount, fakeBackend, firstId, held, secondId, thirdId } from './fake-backend';

const first = anAccount();
const second = anAccount({ id: secondId, label: 'Home' });
const both = aSnapshot({ accounts: [first, second], activeAccountId: firstId });
const revealing = { revealRecoveryCodes: () => Promise.resolve({ codes: ['a', 'b'], replaced: [] }) };

describe('a new snapshot', () => {
  test('replaces the last one and keeps what is being typed', async () => {
    const latchkey = new WindowState(fakeBackend().backend, both);
    await latchkey.accountScreens?.verify.enter('123');
    latchkey.replaceSnapshot({ ...both, accounts: [{ ...first, label: 'Renamed' }, second] });
    expect(latchkey.account?.label).toBe('Renamed');
    expect(latchkey.accountScreens?.verify.typed).toBe('123');
  });

  test('with another account starts a clean accountScreens and drops revealed codes', async () => {
    const latchkey = new WindowState(fakeBackend(revealing).backend, both);
    const { accountScreens } = latchkey;
    await accountScreens?.verify.enter('123');
    await accountScreens?.recovery.reveal();
    latchkey.replaceSnapshot({ ...both, activeAccountId: secondId });
    expect(accountScreens?.recovery.codes).toBeNull();
    expect(latchkey.accountScreens?.accountId).toBe(secondId);
    expect(latchkey.accountScreens?.verify.typed).toBe('');
  });

  test('without accounts is the first run', () => {
    const latchkey = new WindowState(fakeBackend().backend, both);
    latchkey.go('settings');
    latchkey.replaceSnapshot(aSnapshot());
    expect(latchkey.account).toBeNull();
    expect(latchkey.screen).toBe('verify');
  });

  test('without accounts leaves one where one is, as long as there is something to see', () => {
    const latchkey = new WindowState(fakeBackend().backend, both);
    latchkey.go('settings');
    const kept = { id: thirdId, label: 'Bank', recovery: aSet(['unused']) };
    latchkey.replaceSnapshot(aSnapshot({ handKept: [kept] }));
    expect(latchkey.screen).toBe('settings');
    latchkey.replaceSnapshot(aSnapshot());
    expect(latchkey.screen).toBe('verify');
  });
});

describe('the first run', () => {
  test('has room for restoring and for codes without an account, and for no other screen', () => {
    const latchkey = new WindowState(fakeBackend().backend, aSnapshot());
    for (const screen of ['restore', 'recovery-codes'] as const) {
      latchkey.go(screen);
      latchkey.replaceSnapshot(aSnapshot());
      expect(latchkey.screen).toBe(screen);
    }
    latchkey.go('settings');
    expect(latchkey.screen).toBe('verify');
  });
});

describe('without an account', () => {
  const kept = { id: thirdId, label: 'Bank', recovery: aSet(['unused']) };
  const noFolder = { folders: [], checkDueAt: 0, writing: false, vaultGone: false };

  test.each([
    ['nothing', {}, false],
    ['codes that are kept by hand', { handKept: [kept] }, true],
    ['backups', { backups: noFolder }, true],
    ['a vault of a newer Latchkey', { vault: { state: 'newer', setAside: false } }, true],
  ] as const)('%s: is there anything beyond the first run?', (_, change, stocked) => {
    const latchkey = new WindowState(
      fakeBackend().backend,
      aSnapshot({ ...change, handKept: 'handKept' in change ? [...change.handKept] : [] }),
    );
    expect(latchkey.stocked).toBe(stocked);
  });

  test('the first run leads to restoring, and nowhere else', () => {
    const latchkey = new WindowState(fakeBackend().backend, aSnapshot());
    latchkey.go('backups');
    expect(latchkey.screen).toBe('verify');
    latchkey.go('restore');
    latchkey.replaceSnapshot(aSnapshot({ theme: 'dark' }));
    expect(latchkey.screen).toBe('restore');
    latchkey.go('backups');
    expect(latchkey.screen).toBe('verify');
  });

  test('what is restored is shown where it was restored', () => {
    const latchkey = new WindowState(fakeBackend().backend, aSnapshot());
    latchkey.go('restore');
    latchkey.replaceSnapshot(both);
    expect(latchkey.screen).toBe('restore');
  });
});

test('leaving the recovery codes drops them from memory', async () => {
  const latchkey = new WindowState(fakeBackend(revealing).backend, both);
  latchkey.go('recovery-codes');
  await latchkey.accountScreens?.recovery.reveal();
  latchkey.go('verify');
  expect(latchkey.accountScreens?.recovery.codes).toBeNull();
});

test('what failed after the screen was left is told when the user comes back', async () => {
  const answer = held<object>();
  const latchkey = new WindowState(fakeBackend({ fetchRecoveryCodes: () => answer.promise }).backend, both);
  latchkey.go('recovery-codes');
  const fetching = latchkey.accountScreens?.recovery.fetch();
  latchkey.go('verify');
  answer.fail(new AppError('offline'));
  await fetching;
  latchkey.go('recovery-codes');
  expect(latchkey.accountScreens?.recovery.asking.failure?.code).toBe('offline');
  latchkey.go('verify');
  latchkey.go('recovery-codes');
  expect(latchkey.accountScreens?.recovery.asking.failure).toBeNull();
});

describe('other codes', () => {
  test('take turns with those of the account, and neither keeps its codes', async () => {
    const latchkey = new WindowState(fakeBackend(revealing).backend, both);
    latchkey.go('recovery-codes');
    await latchkey.accountScreens?.recovery.reveal();
    latchkey.showCodesOf('others');
    expect(latchkey.accountScreens?.recovery.codes).toBeNull();
    latchkey.others.open(thirdId);
    const { ledger } = latchkey.others;
    await ledger?.reveal();
    expect(ledger?.codes).toEqual(['a', 'b']);
    latchkey.go('verify');
    expect(ledger?.codes).toBeNull();
    expect(latchkey.others.ledger).toBeNull();
    latchkey.go('recovery-codes');
    expect(latchkey.codesOf).toBe('account');
  });

  test('make way for the codes of an account that is chosen', () => {
    const latchkey = new WindowState(fakeBackend().backend, both);
    latchkey.showCodesOf('others');
    latchkey.replaceSnapshot({ ...both, activeAccountId: secondId });
    expect(latchkey.codesOf).toBe('account');
  });
});

test('an added account is shown, with a remark when its token is not checked', async () => {
  const { backend } = fakeBackend({
    addAccount: () => Promise.resolve({ accountId: firstId, tokenChecked: false }),
  });
  const latchkey = new WindowState(backend, both);
  latchkey.go('add-account');
  await latchkey.adding.connect();
  expect(latchkey.screen).toBe('verify');
  expect(latchkey.remark).toContain('not checked yet');
  latchkey.go('settings');
  expect(latchkey.remark).toBe('');
});

test('an account whose keychain entry cannot be deleted can be removed anyway', async () => {
  const { backend, asked } = fakeBackend({
    removeAccount: ({ leaveKeychainEntry }) =>
      leaveKeychainEntry ? Promise.resolve({}) : Promise.reject(new AppError('keychain-locked')),
  });
  const latchkey = new WindowState(backend, both);
  latchkey.dialogs.remove(first);
  const { open: dialog } = latchkey.dialogs;
  if (!(dialog instanceof RemoveAccount)) throw new Error('The wrong dialog is open.');
  await dialog.remove();
  expect(dialog.attempt.failure?.code).toBe('keychain-locked');
  expect(latchkey.dialogs.open).toBe(dialog);
  await dialog.remove(true);
  expect(asked.at(-1)).toEqual(['removeAccount', { accountId: firstId, leaveKeychainEntry: true }]);
  expect(latchkey.dialogs.open).toBeNull();
});
