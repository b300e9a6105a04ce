import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { isKeepable, readToken } from '../../../../src-main/core/records/token';

describe('readToken', () => {
  it.each([
    ['eight characters', '12345678', '12345678'],
    ['line ends around it', '\r\n  abcdefgh\n', 'abcdefgh'],
    ['a byte order mark in front', '\ufeffabcdefgh', 'abcdefgh'],
    ['blanks within', 'abcd efgh', 'abcd efgh'],
    [
      'every printable character',
      ' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
      '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    ],
    ['the longest', 'x'.repeat(limits.token), 'x'.repeat(limits.token)],
  ])('reads a token with %s', (_what, typed, token) => {
    expect(readToken(typed)).toBe(token);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '           '],
    ['seven characters', '1234567'],
    ['seven characters among blanks', '  1234567  '],
    ['one character too many', 'x'.repeat(limits.token + 1)],
    ['a NUL, at which the keychain would cut', 'abcd\u0000efgh'],
    ['a line end within, which would end a header', 'abcdefgh\r\nX-Evil: 1'],
    ['a tab within', 'abcd\tefgh'],
    ['an umlaut', 'schlüssel'],
    ['an emoji', '🔑🔑🔑🔑🔑🔑🔑🔑'],
    ['a zero-width blank', 'abcd\u200befgh'],
    ['a DEL', 'abcdefgh\u007f'],
  ])('refuses %s and does not repeat it', (_what, typed) => {
    expect.assertions(2);
    try {
      readToken(typed);
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect(String(error)).toBe('AppError: token-invalid');
    }
  });
});

describe('isKeepable', () => {
  it('keeps session tokens of any length that a keychain can hold', () => {
    expect(
      ['', 'x', 'x'.repeat(limits.token), 'x'.repeat(limits.token + 1)].map((text) => isKeepable(text)),
    ).toEqual([false, true, true, false]);
  });
});
