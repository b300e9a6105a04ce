import { describe, expect, it } from 'vitest';
import type { Snapshot } from '#contract/snapshot';
import { isKeyMissing, waitsForKeychain, whyLocked } from '../../../../src-renderer/state/lock/lock-reason';
import { aSnapshot, anAccount } from '../fake-backend';

const locked = (lock: Partial<Snapshot['lock']>, change: Partial<Snapshot> = {}): Snapshot =>
  aSnapshot({ ...change, lock: { ...aSnapshot().lock, locked: true, ...lock } });
const why = (snapshot: Snapshot): string => whyLocked(snapshot, null).join(' ');

describe('why Latchkey is locked', () => {
  it('needs no word where somebody asked for it', () => {
    expect(why(locked({}))).toBe('');
    expect(why(locked({ by: 'passphrase' }))).toBe('');
  });

  it('is the keychain, which is named with what can be done about it', () => {
    const keychain = { state: 'locked', backend: 'secret-service' } as const;
    const told = why(locked({ reason: 'keychain' }, { keychain }));
    expect(told).toMatch(/^The Secret Service did not give out the key .*“Unlock” asks it again\..*keyring/);
    expect(whyLocked(locked({ reason: 'keychain' }), null)).toHaveLength(1);
  });

  it('is a key that is gone, after which one can start over', () => {
    expect(why(locked({ reason: 'key-missing' }))).toMatch(/has no key .* start over/);
    expect(why(locked({ reason: 'key-missing', by: 'passphrase' }))).toMatch(/older one\. .* start over/);
  });

  it('is a file that cannot be read, which is tried again', () => {
    expect(why(locked({ reason: 'unreadable' }))).toMatch(/could not be read.* try again\.$/);
  });

  it('is what a newer Latchkey sealed', () => {
    const newer = locked({ reason: 'unreadable' }, { vault: { state: 'newer', setAside: false } });
    expect(why(newer)).toContain('update Latchkey');
  });

  it('is not said twice where a failure says it', () => {
    expect(whyLocked(locked({ reason: 'keychain' }), 'keychain-timed-out')).toEqual([]);
    expect(whyLocked(locked({ reason: 'key-missing' }), 'vault-key-missing')).toEqual([]);
    expect(whyLocked(locked({ reason: 'unreadable' }), 'vault-unreadable')).toEqual([]);
    expect(whyLocked(locked({ reason: 'unreadable', by: 'passphrase' }), 'wrong-passphrase')).toHaveLength(1);
  });

  it('never names anybody', () => {
    for (const reason of ['keychain', 'key-missing', 'unreadable'] as const) {
      expect(why(locked({ reason }, { accounts: [anAccount({ label: 'Ada’s bank' })] }))).not.toContain(
        'Ada',
      );
    }
  });
});

it('a key is missing where the reason or the vault says so', () => {
  expect(isKeyMissing(locked({ reason: 'key-missing' }))).toBe(true);
  expect(isKeyMissing(locked({}, { vault: { state: 'key-missing', setAside: false } }))).toBe(true);
  expect(isKeyMissing(locked({ reason: 'keychain' }))).toBe(false);
});

it.each([
  [{ opening: true, reason: 'keychain' }, true],
  [{ opening: true, reason: 'asked' }, true],
  [{ reason: 'asked' }, true],
  [{ reason: 'keychain' }, true],
  [{ reason: 'key-missing' }, false],
  [{ reason: 'unreadable' }, false],
  [{ reason: 'asked', by: 'passphrase' }, false],
] as const)('with %j, does the keychain alone stand before the vault? %s', (lock, expected) => {
  expect(waitsForKeychain(locked(lock))).toBe(expected);
});
