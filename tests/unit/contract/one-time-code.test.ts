import { describe, expect, it } from 'vitest';
import { longestCode, readCode } from '#contract/one-time-code';

describe('readCode', () => {
  it.each([
    ['plain digits', '123456'],
    ['a blank between', '123 456'],
    ['blanks around', '  123456\n'],
    ['blanks everywhere', '1 2 3 4 5 6'],
    ['a tab and a line end', '123\t456\r\n'],
    ['a dash', '123-456'],
    ['a dot', '123.456'],
    ['a no-break blank', '123\u00a0456'],
    ['a thin blank', '123\u2009456'],
    ['a hyphen of Unicode', '123\u2010456'],
    ['a no-break hyphen', '123\u2011456'],
    ['an en dash', '123\u2013456'],
    ['an em dash', '123\u2014456'],
    ['a minus', '123\u2212456'],
    ['a full-width hyphen', '123\uff0d456'],
    ['a soft hyphen', '123\u00ad456'],
    ['full-width digits', '１２３４５６'],
    ['bold mathematical digits', '𝟏𝟐𝟑𝟒𝟓𝟔'],
    ['a zero-width blank', '123\u200b456'],
    ['a byte order mark', '\ufeff123456'],
    ['the marks of a left-to-right embedding', '\u202a123456\u202c'],
    ['the marks of an isolate', '\u2068123456\u2069'],
  ])('reads six digits with %s', (_what, typed) => {
    expect(readCode(typed)).toBe('123456');
  });

  it.each([
    ['keeps the dashes of a recovery code', 'acdef-34679', 'acdef-34679'],
    ['keeps capitals', 'ABCD-efgh', 'ABCD-efgh'],
    ['makes a plain dash of a dash of Unicode', 'acdef\u201334679', 'acdef-34679'],
    ['drops blanks in a recovery code', ' acdef 34679 ', 'acdef34679'],
    ['folds full-width letters', 'ａｂｃｄ-1234', 'abcd-1234'],
    ['keeps the dashes of a recovery code that happens to have digits alone', '33449-76943', '33449-76943'],
    ['reads four digits', '12-34', '1234'],
    ['reads eight digits', '1234-5678', '1234 5678'.replace(' ', '')],
    ['reads four letters', 'abcd', 'abcd'],
    ['finds the one number in a whole message', 'Your code is 123 456. Never share it.', '123456'],
    ['reads the longest code', 'a'.repeat(longestCode), 'a'.repeat(longestCode)],
  ])('%s', (_what, typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it.each([
    ['nothing', ''],
    ['less than any code has', '12'],
    ['a message with two numbers', 'Your code 123456 or 654321'],
    ['blanks', ' \t\n\u00a0'],
    ['dashes alone', '---'],
    ['a dot', '.'],
    ['two dots', '..'],
    ['three dots', '...'],
    ['dots that are full-width', '．．'],
    ['a slash', 'ab/cd'],
    ['a slash that NFKC makes', 'ab／cd'],
    ['a backslash', 'ab\\cd'],
    ['a question mark', 'ab?cd'],
    ['a number sign', 'ab#cd'],
    ['percent signs', '%2e%2e'],
    ['a percent sign that NFKC makes', '％2e％2e'],
    ['dots between letters', 'ab..cd'],
    ['a dash in front', '-abcd'],
    ['a dash behind', 'abcd-'],
    ['two dashes in a row', 'ab--cd'],
    ['a NUL', 'ab\u0000cd'],
    ['half a character', 'ab\ud800'],
    ['letters of another script', 'кодик'],
    ['an emoji', '🔑🔑🔑🔑🔑🔑'],
    ['one character too many', 'a'.repeat(longestCode + 1)],
    ['10,000 digits', '1'.repeat(10_000)],
    ['a code among 10,000 blanks', `1${' '.repeat(10_000)}23456`],
    ['10,000 blanks', ' '.repeat(10_000)],
    ['a character that NFKC makes eighteen of', '\ufdfa'.repeat(900)],
  ])('finds no code in %s', (_what, typed) => {
    expect(readCode(typed)).toBeNull();
  });

  it('gives nothing that means anything in a URL, whatever character is typed', () => {
    for (let point = 0; point <= 0x1_ffff; point += 1) {
      const code = readCode(`ab${String.fromCodePoint(point)}cd`);
      if (code !== null && !/^[a-z0-9-]{1,24}$/i.test(code))
        throw new Error(`U+${point.toString(16)}: ${JSON.stringify(code)}`);
    }
  });

  it('gives the same when it reads its own result', () => {
    for (const typed of ['123 456', 'acdef-34679', '33449-76943', 'ＡＢ１２', '1234-5678']) {
      const code = readCode(typed);
      expect(readCode(code ?? '')).toBe(code);
    }
  });
});
