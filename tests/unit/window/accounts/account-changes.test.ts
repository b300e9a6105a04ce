import { describe, expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { MoveAccount, ReplaceToken } from '../../../../src-renderer/state/accounts/account-changes.svelte';
import { WindowState } from '../../../../src-renderer/state/window.svelte';
import { aSnapshot, anAccount, fakeBackend, firstId, secondId } from '../fake-backend';

const first = anAccount();
const both = aSnapshot({
  accounts: [first, anAccount({ id: secondId, label: 'Home' })],
  activeAccountId: firstId,
});

describe('a token that is gone', () => {
  test('is entered again in a dialog, which closes when it is stored', async () => {
    const { backend, asked } = fakeBackend({ replaceToken: () => Promise.resolve({ tokenChecked: true }) });
    const latchkey = new WindowState(backend, both);
    latchkey.dialogs.renewToken(first);
    const { open: dialog } = latchkey.dialogs;
    if (!(dialog instanceof ReplaceToken)) throw new Error('The wrong dialog is open.');
    dialog.token = 'another-token';
    await dialog.replace();
    expect(asked).toEqual([['replaceToken', { accountId: firstId, token: 'another-token' }]]);
    expect(dialog.token).toBe('');
    expect(latchkey.dialogs.open).toBeNull();
    expect(latchkey.remark).toBe('Token saved. The service knows it.');
  });

  test('is asked for anew with another URL, and both stay until they are stored', async () => {
    const answers = [Promise.reject(new AppError('not-this-api')), Promise.resolve({ tokenChecked: false })];
    const { backend, asked } = fakeBackend({
      moveAccount: () => answers.shift() ?? Promise.reject(new AppError('bug')),
    });
    const latchkey = new WindowState(backend, both);
    latchkey.dialogs.move(first);
    const { open: dialog } = latchkey.dialogs;
    if (!(dialog instanceof MoveAccount)) throw new Error('The wrong dialog is open.');
    expect(dialog.serviceUrl).toBe(first.serviceUrl);
    dialog.serviceUrl = 'https://moved.test';
    dialog.token = 'another-token';
    await dialog.move();
    expect([dialog.answeredStrangely, dialog.token]).toEqual([true, 'another-token']);
    await dialog.move({ saveUnchecked: true });
    expect(asked.at(-1)).toEqual([
      'moveAccount',
      {
        accountId: firstId,
        serviceUrl: 'https://moved.test',
        token: 'another-token',
        saveUnchecked: true,
      },
    ]);
    expect([dialog.token, latchkey.dialogs.open]).toEqual(['', null]);
    expect(latchkey.remark).toContain('not checked yet');
  });

  test('goes to a restored address with the yes that names it alone', async () => {
    const { backend, asked } = fakeBackend({
      replaceToken: () => Promise.resolve({ tokenChecked: true }),
      moveAccount: () => Promise.resolve({ tokenChecked: true }),
    });
    const restored = anAccount({ addressConfirmed: false, token: 'missing' });
    const change = new ReplaceToken(backend, restored, () => undefined);
    await change.replace();
    change.confirmed = true;
    await change.replace();
    const move = new MoveAccount(backend, restored, () => undefined);
    expect(move.needsYes).toBe(true);
    move.confirmed = true;
    await move.move();
    move.serviceUrl = 'https://moved.test';
    expect(move.needsYes).toBe(false);
    await move.move();
    const yes = { confirmedOrigin: 'https://api.example.com' };
    expect(asked.map(([, input]) => input)).toEqual([
      expect.not.objectContaining(yes),
      expect.objectContaining(yes),
      expect.objectContaining(yes),
      expect.not.objectContaining({ confirmedOrigin: expect.anything() as unknown }),
    ]);
  });

  test('keeps what was typed when the keychain fails', async () => {
    const { backend } = fakeBackend({
      replaceToken: () => Promise.reject(new AppError('keychain-timed-out')),
    });
    const change = new ReplaceToken(backend, first, () => undefined);
    change.token = 'another-token';
    await change.replace();
    expect(change.token).toBe('another-token');
    expect(change.attempt.failure?.code).toBe('keychain-timed-out');
  });

  test('of the practice service is made anew with its account', async () => {
    const { backend, asked } = fakeBackend();
    const practice = anAccount({ kind: 'practice', token: 'missing' });
    const latchkey = new WindowState(backend, aSnapshot({ accounts: [practice], activeAccountId: firstId }));
    latchkey.dialogs.renewToken(practice);
    await Promise.resolve();
    expect(asked).toEqual([['removeAccount', { accountId: firstId, leaveKeychainEntry: true }]]);
    expect(latchkey.dialogs.open).toBeNull();
  });
});
