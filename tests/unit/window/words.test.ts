import { describe, expect, test } from 'vitest';
import { errorCodes } from '#contract/errors';
import { keychainState } from '#contract/snapshot';
import { errorWords } from '../../../src-main/words/errors';
import { outcomeWords } from '../../../src-main/words/codes/outcome';
import { adviceOnFailure, keychainAdvice } from '../../../src-renderer/state/accounts/keychain-advice';
import { dayInWords, minutesAndSeconds } from '../../../src-renderer/words/time-text';

const backends = ['macos-keychain', 'windows-credentials', 'secret-service'] as const;
/** A capital at the start, one end, nothing technical in between. */
const sentence = /^[A-Z“].*[.?]$/;

test.each(errorCodes)('%s has a sentence of its own', (code) => {
  expect(errorWords[code]).toMatch(sentence);
  expect(errorWords[code].length).toBeLessThan(140);
  expect(errorCodes.filter((other) => errorWords[other] === errorWords[code])).toEqual([code]);
});

test('every outcome of a code has its own words', () => {
  const refused = ['rejected', 'expired', 'already-used', 'too-many-tries'] as const;
  const told = refused.map((outcome) => outcomeWords[outcome].happened);
  expect(new Set(told).size).toBe(refused.length);
  expect(outcomeWords.accepted.happened).toBe('Code accepted.');
});

describe('the keychain', () => {
  test.each(backends)('says what to do about every failure on %s', (backend) => {
    const failures = errorCodes.filter((code) => code.startsWith('keychain-') || code === 'token-not-kept');
    expect(failures.length).toBeGreaterThan(4);
    for (const code of failures) expect(adviceOnFailure(backend, code)).toMatch(sentence);
    expect(adviceOnFailure(backend, 'offline')).toBeNull();
  });

  test('has advice for each state that needs some', () => {
    const fine = keychainState.options.filter((state) => keychainAdvice('secret-service', state) === null);
    expect(fine).toEqual(['unknown', 'ready']);
  });
});

test.each([
  [0, '0:00'],
  [42, '0:42'],
  [120, '2:00'],
  [3599, '59:59'],
  [3600, '1:00:00'],
  [7265, '2:01:05'],
])('%i seconds read %s', (seconds, text) => {
  expect(minutesAndSeconds(seconds)).toBe(text);
});

test('a date that is none is shown as the service wrote it', () => {
  expect(dayInWords('2026-06-30')).toContain('2026');
  expect(dayInWords('soon')).toBe('soon');
});
