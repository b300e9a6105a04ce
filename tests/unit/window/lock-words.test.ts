import { describe, expect, it } from 'vitest';
import type { LockNotices } from '#contract/lock';
import { idleLabel, lockWords, unnoticed } from '../../../src-renderer/words/lock-words';
import { aSnapshot } from './fake-backend';

const lock = (notices: Partial<LockNotices>) => {
  const { lock: usual } = aSnapshot();
  return { ...usual, notices: { ...usual.notices, ...notices } };
};
const sentences = /^(?:[A-Z][^.?]*[.?] ?)+$/;

describe('what the settings say of the lock', () => {
  it('is all there is where everything is noticed, or not known yet', () => {
    for (const notices of [{}, { screen: 'unknown', sleep: 'unknown' }] as const) {
      expect(lockWords(lock(notices))).toMatch(
        /^It also locks when the computer sleeps and when the screen is locked\./,
      );
      expect(unnoticed(lock(notices))).toEqual([]);
      expect(idleLabel(lock(notices))).toContain('touches the computer');
    }
  });

  it('promises nothing that cannot be noticed', () => {
    expect(lockWords(lock({ screen: 'silent' }))).toMatch(/^It also locks when the computer sleeps\. Your/);
    expect(lockWords(lock({ screen: 'lost', sleep: 'silent' }))).toMatch(/^Your codes then/);
  });

  it.each([
    [{ screen: 'silent' }, [['when the screen is locked: nothing', false]]],
    [
      { screen: 'silent', sleep: 'silent' },
      [['is locked or when the computer goes to sleep: nothing', false]],
    ],
    [{ screen: 'lost' }, [['when the screen is locked at the moment', true]]],
    [
      { screen: 'silent', sleep: 'lost' },
      [
        ['goes to sleep at the moment', true],
        ['is locked: nothing', false],
      ],
    ],
    [{ idle: 'own-windows' }, [['in a window of Latchkey counts', false]]],
  ] as const)('%j is said, with what to do', (notices, expected) => {
    const said = unnoticed(lock(notices));
    expect(said.map(({ lost }) => lost)).toEqual(expected.map(([, lost]) => lost));
    said.forEach(({ words }, place) => {
      expect(words).toContain(expected[place]?.[0]);
      expect(words).toMatch(sentences);
    });
  });

  it('names the time after what it counts', () => {
    expect(idleLabel(lock({ idle: 'own-windows' }))).toBe('Lock when nobody uses a window of Latchkey for');
  });
});
