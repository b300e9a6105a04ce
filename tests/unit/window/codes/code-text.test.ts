import { describe, expect, test } from 'vitest';
import { fillsBoxes, fitsBoxes, tidyCode } from '../../../../src-renderer/words/code-text';

describe('what the field makes of a text', () => {
  test.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    [' 123456\n', '123456'],
    ['12 34 56', '123456'],
    ['123-456', '123456'],
    ['123–456', '123456'],
    ['123\u00a0456', '123456'],
    ['\u200e123\u2060456', '123456'],
    ['１２３４５６', '123456'],
    ['123-', '123'],
    ['123 - 4', '1234'],
    ['1 2 3 4 5 6', '123456'],
    ['12 ', '12'],
    ['123456 ', '123456'],
  ])('%j falls into the boxes as %s', (typed, kept) => {
    expect(tidyCode(typed)).toBe(kept);
    expect(fitsBoxes(kept)).toBe(true);
  });

  test.each([
    ['k7m2p-4qd9x', 'k7m2p-4qd9x'],
    ['12345-67890', '12345-67890'],
    ['12345-', '12345-'],
    ['1234-5678', '1234-5678'],
    ['2345 6789', '2345 6789'],
    ['2345 ', '2345 '],
    ['2345 67', '2345 67'],
    ['123-45678', '123-45678'],
    ['12 34 56 78', '12 34 56 78'],
    ['12345678', '12345678'],
    ['AbCd_eF', 'AbCd_eF'],
    ['abcd efgh ', 'abcd efgh '],
    ['Your code is 123456', 'Your code is 123456'],
  ])('%j stays as it is, in a plain field', (typed, kept) => {
    expect(tidyCode(typed)).toBe(kept);
    expect(fitsBoxes(kept)).toBe(false);
  });

  test('ten thousand characters stay ten thousand', () => {
    const long = 'x1-'.repeat(3334);
    expect(tidyCode(long)).toBe(long);
  });

  test('six digits fill the boxes, and nothing else does', () => {
    expect(['123456', '12345', '1234567', '12345a', ''].map(fillsBoxes)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
