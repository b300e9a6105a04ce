import { describe, expect, test } from 'vitest';
import { codeState, type CodeState } from '#contract/snapshot';
import { hasNext, lowCodes } from '#contract/codes-left';
import { codesWords } from '#words/codes/codes';

import { aSet } from '../fake-backend';

/** A set of ten, of which so many are unused. */
const withLeft = (left: number, rest: CodeState = 'used') =>
  aSet(Array.from({ length: 10 }, (_, place) => (place < left ? 'unused' : rest)));

test('only unused codes count as left', () => {
  expect(aSet(['unused', 'used', 'perhaps-used', 'gone', 'unused']).unused).toBe(2);
  expect(codesWords.left(2, 5)).toBe('2 of 5 left');
  expect(codesWords.left(aSet([]).unused, 0)).toBe('No codes in this set');
});

describe('running low', () => {
  test.each([
    [10, null],
    [4, null],
    [3, false],
    [2, false],
    [1, true],
    [0, true],
  ])('%i left', (left, urgent) => {
    expect(lowCodes(withLeft(left), false)?.urgent ?? null).toBe(urgent);
  });

  test('is no news while nothing of a small set that was pasted was used', () => {
    expect(lowCodes(aSet(['unused']), false)).toBeNull();
    expect(lowCodes(aSet([]), false)).toBeNull();
  });

  test('is news at once when the service lists only a few', () => {
    expect(lowCodes(aSet(['unused', 'unused', 'unused']), true)).toMatchObject({ left: 3, urgent: false });
    expect(lowCodes(aSet(['unused']), true)).toMatchObject({ left: 1, urgent: true });
    expect(lowCodes(aSet(Array<'unused'>(4).fill('unused')), true)).toBeNull();
  });
});

test('a code that was only copied is the last resort', () => {
  expect(hasNext(withLeft(0, 'perhaps-used'))).toBe(true);
  expect(hasNext(withLeft(0, 'gone'))).toBe(false);
  expect(hasNext(withLeft(1))).toBe(true);
});

test('every state but the plain one has words of its own', () => {
  const words = Object.values(codesWords.states).map((inWords) => inWords('Jul 3, 2026'));
  expect(Object.keys(codesWords.states)).toEqual(codeState.options.filter((state) => state !== 'unused'));
  expect(new Set(words).size).toBe(words.length);
  expect(codesWords.states.used(null)).toBe('Used');
});
