import { describe, expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { KitForm } from '../../../../src-renderer/state/backups/kit-form.svelte';
import { SetUpBackup } from '../../../../src-renderer/state/backups/backup-changes.svelte';
import { LockPassphrase } from '../../../../src-renderer/state/lock/lock-passphrase.svelte';
import { fakeBackend } from '../fake-backend';

const typed = 'lantern pebble orbit';
const nothing = (): void => undefined;
const wrong = new AppError('not-backups-passphrase');

describe('the passphrase of the backups, typed once', () => {
  test('seals a kit without being written down again', async () => {
    const { backend, asked } = fakeBackend({ saveKit: () => Promise.resolve({ saved: 'kit.age' }) });
    const form = new KitForm(backend, () => Promise.resolve());
    form.choice.use(true);
    form.choice.known = typed;
    await form.make();
    expect(asked).toEqual([
      ['saveKit', { sealFor: { who: 'passphrase', passphrase: typed, sameAs: 'backups' } }],
    ]);
  });

  test('unlocks Latchkey from then on, and is forgotten here', async () => {
    const { backend, asked } = fakeBackend({ setLockPassphrase: () => Promise.resolve({}) });
    const change = new LockPassphrase(backend, 'set', nothing);
    change.choice.use(true);
    change.choice.known = typed;
    await change.submit();
    expect(asked).toEqual([
      ['setLockPassphrase', { passphrase: '', newPassphrase: typed, sameAs: 'backups' }],
    ]);
    expect([change.choice.known, change.choice.usesKnown]).toEqual(['', false]);
  });

  test('is told at the field when it is a wrong one, and can be typed again', async () => {
    const { backend } = fakeBackend({ setLockPassphrase: () => Promise.reject(wrong) });
    const change = new LockPassphrase(backend, 'set', nothing);
    change.choice.use(true);
    change.choice.known = typed;
    await change.submit();
    expect(change.choice.isWrong(change.attempt.failure)).toBe(true);
    expect(change.choice.known).toBe(typed);
    change.choice.use(false);
    expect([change.choice.known, change.choice.isWrong(wrong)]).toEqual(['', false]);
  });
});

describe('the passphrase of the lock', () => {
  test('is used for the first backup; how long to wait after many wrong ones is told at length', async () => {
    const late = new AppError('wrong-passphrase', { retryAt: 5 });
    const { backend, asked } = fakeBackend({
      chooseBackupFolder: () => Promise.resolve({ chosen: { path: '/stick', holds: 'nothing' } }),
      setUpBackup: () => Promise.reject(late),
    });
    const change = new SetUpBackup(backend, nothing);
    await change.choose();
    change.choice.use(true);
    change.choice.known = typed;
    await change.setUp();
    expect(asked.at(-1)).toEqual(['setUpBackup', { passphrase: typed, sameAs: 'lock' }]);
    expect(change.choice.isWrong(late)).toBe(false);
    expect(change.choice.isWrong(new AppError('wrong-passphrase'))).toBe(true);
  });
});
