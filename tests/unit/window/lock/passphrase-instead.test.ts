import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '#contract/errors';
import type { Backend } from '#contract/contract';
import type { Snapshot } from '#contract/snapshot';
import { PassphraseInstead } from '../../../../src-renderer/state/lock/passphrase-instead.svelte';
import { aSnapshot, fakeBackend, held } from '../fake-backend';

const typed = 'lantern pebble orbit';
const failure = new AppError('keychain-unavailable');
const again = vi.fn();

beforeEach(() => again.mockReset());

function choosing(answers: Partial<Backend> = {}) {
  const { backend, asked } = fakeBackend(answers);
  const instead = new PassphraseInstead(backend, () => aSnapshot());
  instead.begin(failure, again);
  instead.choice.fresh.type(typed);
  instead.choice.fresh.writtenDown = true;
  return { instead, asked };
}

describe('a passphrase in place of the keychain', () => {
  test('is set, and what failed is done again by itself', async () => {
    const { instead, asked } = choosing();
    await instead.choose();
    expect(asked).toEqual([['setLockPassphrase', { passphrase: '', newPassphrase: typed }]]);
    expect(again).toHaveBeenCalledOnce();
    expect([instead.openAt, instead.choice.value]).toEqual([null, '']);
  });

  test('can be that of the backups, which main checks', async () => {
    const { instead, asked } = choosing();
    instead.choice.use(true);
    instead.choice.known = typed;
    await instead.choose();
    expect(asked).toEqual([
      ['setLockPassphrase', { passphrase: '', newPassphrase: typed, sameAs: 'backups' }],
    ]);
    expect(again).toHaveBeenCalledOnce();
  });

  test('that is not written down is not used', async () => {
    const { instead, asked } = choosing();
    instead.choice.fresh.writtenDown = false;
    await instead.choose();
    expect([asked, instead.choice.fresh.missing]).toEqual([[], 'written-down']);
  });

  test('that cannot be set stays where it was typed, and nothing is done again', async () => {
    const { instead } = choosing({
      setLockPassphrase: () => Promise.reject(new AppError('lock-not-changed')),
    });
    await instead.choose();
    expect([instead.openAt, instead.choice.value]).toEqual([failure, typed]);
    expect(instead.attempt.failure?.code).toBe('lock-not-changed');
    expect(again).not.toHaveBeenCalled();
  });

  test('that is given up leaves what failed as it was, and nothing of it behind', () => {
    const { instead } = choosing();
    instead.cancel();
    expect([instead.openAt, instead.leftAt, instead.choice.value]).toEqual([null, failure, '']);
    expect(again).not.toHaveBeenCalled();
  });

  test('does nothing again where somebody has left meanwhile', async () => {
    const setting = held<Record<string, never>>();
    const { instead } = choosing({ setLockPassphrase: () => setting.promise });
    const done = instead.choose();
    instead.leave();
    setting.give({});
    await done;
    expect(again).not.toHaveBeenCalled();
  });

  test('is chosen at one place at a time', async () => {
    const { instead } = choosing();
    const other = vi.fn();
    instead.begin('an-account', other);
    instead.choice.fresh.type(typed);
    instead.choice.fresh.writtenDown = true;
    await instead.choose();
    expect([again.mock.calls.length, other.mock.calls.length]).toEqual([0, 1]);
  });
});

describe('whether a passphrase helps', () => {
  const { lock } = aSnapshot();
  const helps = (change: Partial<Snapshot>): boolean =>
    new PassphraseInstead(fakeBackend().backend, () => aSnapshot(change)).helps;

  test('it does where none is set', () => {
    expect(helps({})).toBe(true);
    expect(helps({ lock: { ...lock, by: 'passphrase' } })).toBe(false);
  });

  test('it does not where a newer version sealed the vault, whose key cannot be changed', () => {
    expect(helps({ vault: { state: 'newer', setAside: false } })).toBe(false);
  });
});
