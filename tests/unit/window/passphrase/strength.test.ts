import { describe, expect, test } from 'vitest';
import { passphraseWords } from '#words/backup/passphrase';
import { guessesPerSecond, scoreOf } from '../../../../src-renderer/passphrase/attacker';
import { isWeak, strengthOf } from '../../../../src-renderer/passphrase/strength';

const year = 365 * 24 * 60 * 60;
const within = (seconds: number): number => scoreOf(seconds * guessesPerSecond);

describe('a passphrase is as strong as it holds against a thousand computers', () => {
  test.each([
    ['a word', 'encyclopedia', 0],
    ['a name with digits', 'jennifer1987', 0],
    ['a name with digits and a sign', 'Michael2019!', 0],
    ['keys in a row', 'qwertyuiop', 0],
    ['eight signs', 'kX9#vQ2m', 0],
    ['three words drawn by dice', 'mural deceit unstable', 1],
    ['the same with other signs between and capitals', 'Mural-Deceit_Unstable', 1],
    ['three common words, one of them in no list for dice', 'correct horse battery', 2],
    ['three words and a digit', 'mural deceit unstable 7', 2],
    ['four words drawn by dice', 'mural deceit unstable cubicle', 3],
    ['five words drawn by dice', 'mural deceit unstable cubicle finless', 4],
    ['six words drawn by dice', 'sulphate graph wobbly mural deceit unstable', 4],
  ])('%s: "%s" is %i', async (_, passphrase, score) => {
    expect(await strengthOf(passphrase)).toBe(score);
  });
});

test('nothing that is guessed within days or months is called good', () => {
  expect([within(86_399), within(86_400)]).toEqual([0, 1]);
  expect([within(year - 1), within(year)]).toEqual([1, 2]);
  expect([within(100 * year - 1), within(100 * year)]).toEqual([2, 3]);
  expect([within(10_000 * year - 1), within(10_000 * year)]).toEqual([3, 4]);
  expect(([0, 1, 2, 3, 4] as const).map(isWeak)).toEqual([true, true, true, false, false]);
});

test('what is said of a score names the time that is its border', () => {
  const { strengths } = passphraseWords;
  expect(strengths[0]).toContain('within a day');
  expect(strengths[1]).toContain('within a year');
  expect(strengths[2]).toContain('within a hundred years');
  expect(strengths[3]).toContain('more than a hundred years');
  expect(strengths[4]).toContain('more than ten thousand years');
});
