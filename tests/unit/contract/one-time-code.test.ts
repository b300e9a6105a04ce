import { describe, expect, it } from 'vitest';
import { codeKey, readCode } from '#contract/one-time-code';

/** The code as it is sent, or null. */
function codeIn(typed: string): string | null {
  const reading = readCode(typed);
  return 'code' in reading ? reading.code : null;
}

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
    expect(codeIn(typed)).toBe('123456');
  });

  it.each([
    ['keeps the dashes of a recovery code', 'acdef-34679', 'acdef-34679'],
    ['keeps capitals', 'ABCD-efgh', 'ABCD-efgh'],
    ['makes a plain dash of a dash of Unicode', 'acdef\u201334679', 'acdef-34679'],
    ['keeps the blank in a recovery code', ' acdef  34679 ', 'acdef 34679'],
    ['keeps an underscore', 'ab_c4-EF', 'ab_c4-EF'],
    ['keeps two dashes in a row, and those at the ends', '-q7Wd--81kz_', '-q7Wd--81kz_'],
    ['keeps the signs of base 64', 'q7wd+81kz==', 'q7wd+81kz=='],
    ['folds full-width letters', 'ａｂｃｄ-1234', 'abcd-1234'],
    ['keeps the dashes of a recovery code that happens to have digits alone', '33449-76943', '33449-76943'],
    ['reads four digits', '1234', '1234'],
    ['keeps the dash of eight digits', '1234-5678', '1234-5678'],
    ['keeps the blank of eight digits', '2345 6789', '2345 6789'],
    ['finds the one number in a whole message', 'Your code is 123 456. Never share it.', '123456'],
    ['reads letters alone in groups that nobody could say', 'bcdfg-hjklm', 'bcdfg-hjklm'],
    ['reads a long code without groups', 'k7m2p4qd9x'.repeat(2), 'k7m2p4qd9x'.repeat(2)],
    [
      'reads a longer one in groups',
      'k7m2 4qd9 x3cf 8hjk m2pq r7tv wx4y z9ab',
      'k7m2 4qd9 x3cf 8hjk m2pq r7tv wx4y z9ab',
    ],
    ['reads ten digits', '1234567890', '1234567890'],
    ['reads Arabic-Indic digits', '١٢٣٤٥٦', '123456'],
    ['reads extended Arabic-Indic digits', '۱۲۳۴۵۶', '123456'],
    ['reads Devanagari digits', '१२३ ४५६', '123456'],
    ['reads Thai digits', '๑๒๓๔๕๖', '123456'],
    ['reads four Bengali digits', '১২৩৪', '1234'],
  ])('%s', (_what, typed, code) => {
    expect(codeIn(typed)).toBe(code);
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
    ['a NUL', 'ab\u0000cd'],
    ['half a character', 'ab\ud800'],
    ['letters of another script', 'кодик'],
    ['an emoji', '🔑🔑🔑🔑🔑🔑'],
    ['more than any code has', 'k7m2p4qd9x'.repeat(3)],
    ['10,000 digits', '1'.repeat(10_000)],
    ['a code among 10,000 blanks', `1${' '.repeat(10_000)}23456`],
    ['10,000 blanks', ' '.repeat(10_000)],
    ['a character that NFKC makes eighteen of', '\ufdfa'.repeat(900)],
  ])('finds no code in %s', (_what, typed) => {
    expect(codeIn(typed)).toBeNull();
  });

  it('gives nothing that means anything in a URL, whatever character is typed', () => {
    for (let point = 0; point <= 0x1_ffff; point += 1) {
      const code = codeIn(`a1${String.fromCodePoint(point)}cd`);
      if (code !== null && !/^[a-z0-9 _+=-]{1,24}$/i.test(code))
        throw new Error(`U+${point.toString(16)}: ${JSON.stringify(code)}`);
    }
  });

  it('gives the same when it reads its own result', () => {
    for (const typed of ['123 456', 'acdef-34679', '33449-76943', 'ＡＢ１２', '1234-5678', 'a2 c4_ef']) {
      const code = codeIn(typed);
      expect(code).not.toBeNull();
      expect(codeIn(code ?? '')).toBe(code);
    }
  });
});

describe('codeKey', () => {
  it.each([
    ['case', 'ABcd-1234', 'abCD-1234'],
    ['dashes', 'abcd-1234', 'abcd1234'],
    ['dashes of Unicode', 'abcd\u20111234', 'abcd-1234'],
    ['blanks', 'abcd 1234', 'abcd\u00a01234'],
    ['width', 'ａｂｃｄ１２３４', 'abcd1234'],
    ['invisible marks', '\u2066abcd\u200b1234\u2069', 'abcd1234'],
  ])('makes no difference of %s', (_what, one, other) => {
    expect(codeKey(one)).toBe(codeKey(other));
  });

  it.each([
    ['a_b', 'ab'],
    ['abcd0', 'abcdO'],
    ['a/b', 'ab'],
    ['a.b', 'ab'],
  ])('tells %s from %s', (one, other) => {
    expect(codeKey(one)).not.toBe(codeKey(other));
  });
});
