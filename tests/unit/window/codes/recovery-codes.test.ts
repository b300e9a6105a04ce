import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Gives } from '#contract/contract';
import { AppError } from '#contract/errors';
import { revealedFor } from '../../../../src-renderer/state/codes/ledger.svelte';
import { RecoveryCodesState } from '../../../../src-renderer/state/codes/recovery-codes.svelte';
import { fakeBackend, firstId, held } from '../fake-backend';

const codes = ['k7m2p-4qd9x', 'h3n8r-t6vwy', 'b2c4d-f5g7h'];
const revealing = { revealRecoveryCodes: () => Promise.resolve({ codes, replaced: [] }) };

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('revealed codes', () => {
  test('leave the window after thirty seconds', async () => {
    const recovery = new RecoveryCodesState(fakeBackend(revealing).backend, firstId);
    await recovery.reveal();
    expect(recovery.codes).toEqual(codes);
    expect(recovery.hideAt).toBe(Date.now() + revealedFor);
    vi.advanceTimersByTime(revealedFor - 1);
    expect(recovery.codes).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(recovery.codes).toBeNull();
    expect(recovery.hideAt).toBeNull();
  });

  test('leave it at once when hidden, when the screen is left, and when new ones come', async () => {
    const recovery = new RecoveryCodesState(fakeBackend(revealing).backend, firstId);
    for (const drop of ['hide', 'leave', 'fetch'] as const) {
      await recovery.reveal();
      expect(recovery.codes).toEqual(codes);
      const dropped = recovery[drop]();
      expect(recovery.codes).toBeNull();
      await dropped;
    }
  });

  test('do not appear when the user has left before they came', async () => {
    const answer = held<Gives<'revealRecoveryCodes'>>();
    const { backend } = fakeBackend({ revealRecoveryCodes: () => answer.promise });
    const recovery = new RecoveryCodesState(backend, firstId);
    const revealed = recovery.reveal();
    recovery.leave();
    answer.give({ codes, replaced: [] });
    await revealed;
    expect(recovery.codes).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a second reveal counts thirty seconds anew', async () => {
    const recovery = new RecoveryCodesState(fakeBackend(revealing).backend, firstId);
    await recovery.reveal();
    vi.advanceTimersByTime(20_000);
    await recovery.reveal();
    vi.advanceTimersByTime(20_000);
    expect(recovery.codes).toEqual(codes);
  });
});

test('a code is copied by its place and told by its number', async () => {
  const { backend, asked } = fakeBackend(revealing);
  const recovery = new RecoveryCodesState(backend, firstId);
  await recovery.reveal();
  await recovery.copy(2);
  expect(asked.at(-1)).toEqual(['copyRecoveryCode', { ledgerId: firstId, index: 2 }]);
  expect(recovery.done).toBe('Copied code 3.');
});

describe('new codes', () => {
  test('are asked for after the dialog only', async () => {
    const { backend, asked } = fakeBackend();
    const recovery = new RecoveryCodesState(backend, firstId);
    recovery.askBeforeGenerating();
    expect(recovery.confirming).toBe(true);
    expect(asked).toEqual([]);
    await recovery.generate();
    expect(recovery.confirming).toBe(false);
    expect(asked).toEqual([['generateRecoveryCodes', { accountId: firstId, withoutBackup: false }]]);
  });

  test.each([
    'backup-folder-gone',
    'backup-folder-full',
    'backup-not-written',
    'backup-key-changed',
  ] as const)('%s: they can be asked for without a backup', async (code) => {
    const { backend, asked } = fakeBackend({
      generateRecoveryCodes: ({ withoutBackup }) =>
        withoutBackup ? Promise.resolve({}) : Promise.reject(new AppError(code)),
    });
    const recovery = new RecoveryCodesState(backend, firstId);
    await recovery.generate();
    expect(recovery.unbacked?.code).toBe(code);
    await recovery.generateUnbacked();
    expect(asked.at(-1)).toEqual(['generateRecoveryCodes', { accountId: firstId, withoutBackup: true }]);
    expect(recovery.unbacked).toBeNull();
    expect(recovery.done).toContain('The service gave new codes');
  });

  test('a failure of the service is none of the backup', async () => {
    const { backend } = fakeBackend({
      generateRecoveryCodes: () => Promise.reject(new AppError('service-failed')),
    });
    const recovery = new RecoveryCodesState(backend, firstId);
    await recovery.generate();
    expect(recovery.unbacked).toBeNull();
    expect(recovery.asking.failure?.code).toBe('service-failed');
  });

  test('the dialog does not open while something else is asked of the service', () => {
    const { backend } = fakeBackend({
      fetchRecoveryCodes: () => held<object>().promise,
    });
    const recovery = new RecoveryCodesState(backend, firstId);
    void recovery.fetch();
    recovery.askBeforeGenerating();
    expect(recovery.confirming).toBe(false);
  });
});

test('a failure is kept until the screen is left', async () => {
  const failure = new AppError('no-recovery-codes');
  const { backend } = fakeBackend({ fetchRecoveryCodes: () => Promise.reject(failure) });
  const recovery = new RecoveryCodesState(backend, firstId);
  await recovery.fetch();
  expect(recovery.asking.failure).toBe(failure);
  expect(recovery.done).toBe('');
  recovery.leave();
  expect(recovery.asking.failure).toBeNull();
});
