import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/errors';
import { Lockable } from '../../../../src-renderer/state/lock/lockable.svelte';
import { lockSettingsWords } from '#words/settings/lock-settings';
import { lockTimes } from '../../../../src-renderer/state/lock/lock-notices';
import { aSnapshot, fakeBackend } from '../fake-backend';

const open = aSnapshot();
const locked = aSnapshot({ lock: { ...open.lock, locked: true } });

/** A window whose contents note what happens to them. */
function made(first = open, answers: Parameters<typeof fakeBackend>[0] = {}) {
  const told: string[] = [];
  let count = 0;
  const { backend, asked } = fakeBackend(answers);
  const lockable = new Lockable(
    backend,
    first,
    () => {
      const name = `contents ${++count}`;
      told.push(`${name} made`);
      return { replaceSnapshot: () => void told.push(`${name} replaced`), name };
    },
    ({ name }) => void told.push(`${name} left`),
  );
  return { lockable, told, asked };
}

describe('a window that can be locked', () => {
  it('drops its contents, and makes new ones when it is unlocked', () => {
    const { lockable, told } = made();
    lockable.replaceSnapshot(open);
    lockable.replaceSnapshot(locked);
    expect(lockable.contents).toBeNull();
    lockable.replaceSnapshot(locked);
    lockable.replaceSnapshot(open);
    expect(told).toEqual(['contents 1 made', 'contents 1 replaced', 'contents 1 left', 'contents 2 made']);
  });

  it('has none where Latchkey starts locked', () => {
    const { lockable, told } = made(locked);
    expect(told).toEqual([]);
    expect(lockable.contents).toBeNull();
  });

  it.each([
    { opening: true },
    { reason: 'keychain' },
    { reason: 'key-missing' },
    { reason: 'unreadable' },
  ] as const)('has none with %j either, and so no first run', (lock) => {
    const { lockable, told } = made(aSnapshot({ lock: { ...locked.lock, ...lock } }));
    expect(lockable.contents).toBeNull();
    lockable.replaceSnapshot(open);
    expect(told).toEqual(['contents 1 made']);
  });

  it('keeps a mistyped passphrase to go on from, and forgets one that opened', async () => {
    const wrong = new AppError('wrong-passphrase');
    const { lockable } = made(locked, { unlock: () => Promise.reject(wrong) });
    const { unlocking } = lockable;
    unlocking.passphrase = 'lantern peble';
    await unlocking.unlock();
    expect(unlocking.passphrase).toBe('lantern peble');
    expect(unlocking.attempt.failure).toBe(wrong);
    lockable.replaceSnapshot(open);
    expect(unlocking.passphrase).toBe('');
  });

  it('asks main nothing with a passphrase that is far too long', async () => {
    const { lockable, asked } = made(locked);
    lockable.unlocking.passphrase = 'x'.repeat(1001);
    await lockable.unlocking.unlock();
    expect(lockable.unlocking.attempt.failure?.code).toBe('bad-input');
    expect(asked).toEqual([]);
  });
});

it('offers the time that holds now, wherever it came from', () => {
  expect(lockTimes(300).map((seconds) => lockSettingsWords.time(seconds))).toEqual([
    '1 minute',
    '5 minutes',
    '15 minutes',
    '30 minutes',
    '1 hour',
    'never',
  ]);
  const [first = 0] = lockTimes(90);
  expect([first, lockSettingsWords.time(first)]).toEqual([90, '90 seconds']);
});
