import { describe, expect, it } from 'vitest';
import type { LockNotices } from '#contract/lock';
import { lockSettingsWords } from '#words/settings/lock-settings';
import { lockingMoments, unnoticed } from '../../../../src-renderer/state/lock/lock-notices';
import { aSnapshot } from '../fake-backend';

const told = (notices: Partial<LockNotices>): LockNotices => ({ ...aSnapshot().lock.notices, ...notices });
const locks = (notices: Partial<LockNotices>): string =>
  lockSettingsWords.locks(lockingMoments(told(notices)));
const idle = (notices: Partial<LockNotices>): string => lockSettingsWords.idle[told(notices).idle];
const sentences = /^(?:[A-Z][^.?]*[.?] ?)+$/;

describe('what the settings say of the lock', () => {
  it('is all there is where everything is noticed, or not known yet', () => {
    for (const notices of [{}, { screen: 'unknown', sleep: 'unknown' }] as const) {
      expect(locks(notices)).toMatch(
        /^It also locks when the computer sleeps and when the screen is locked\./,
      );
      expect(unnoticed(told(notices))).toEqual([]);
      expect(idle(notices)).toContain('touches the computer');
    }
  });

  it('promises nothing that cannot be noticed', () => {
    expect(locks({ screen: 'silent' })).toMatch(/^It also locks when the computer sleeps\. Your/);
    expect(locks({ screen: 'lost', sleep: 'silent' })).toMatch(/^Your codes then/);
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
    const said = unnoticed(told(notices)).map(({ why, moments }) => ({
      lost: why === 'lost',
      words: lockSettingsWords.unnoticed[why](moments),
    }));
    expect(said.map(({ lost }) => lost)).toEqual(expected.map(([, lost]) => lost));
    said.forEach(({ words }, place) => {
      expect(words).toContain(expected[place]?.[0]);
      expect(words).toMatch(sentences);
    });
  });

  it('names the time after what it counts', () => {
    expect(idle({ idle: 'own-windows' })).toBe('Lock when nobody uses a window of Latchkey for');
  });
});
