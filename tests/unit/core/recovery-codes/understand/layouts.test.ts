import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { understand } from '../../../../../src-main/core/recovery-codes/understand/understand';
import { codesIn } from './proposed';

const three = ['abcd-1234', 'efgh-5678', 'ijkl-9012'];

describe('codes of a text', () => {
  it.each([
    ['lines', 'abcd-1234\nefgh-5678\nijkl-9012'],
    ['lines of Windows with blank ones between', '\r\n abcd-1234 \r\n\r\nefgh-5678\r\n\tijkl-9012\r\n'],
    ['numbers with dots', '1. abcd-1234\n2. efgh-5678\n10. ijkl-9012'],
    ['numbers with brackets', '1) abcd-1234\n(2) efgh-5678\n3)ijkl-9012'],
    ['numbers with colons', '1: abcd-1234\n2: efgh-5678\n3: ijkl-9012'],
    ['bare numbers', '1 abcd-1234\n2 efgh-5678\n3\tijkl-9012'],
    ['numbers in cells of their own', '1.\tabcd-1234\n2.\tefgh-5678\n3.\tijkl-9012'],
    ['bullets', '- abcd-1234\n* efgh-5678\n• ijkl-9012'],
    ['long dashes as bullets', '– abcd-1234\n— efgh-5678\n– ijkl-9012'],
    ['boxes', '[ ] abcd-1234\n[x] efgh-5678\n☐ ijkl-9012'],
    ['bullets with boxes', '- [ ] abcd-1234\n- [X] efgh-5678\n1. [] ijkl-9012'],
    ['line separators', 'abcd-1234\u2028efgh-5678\u2029ijkl-9012'],
    ['vertical tabs and pages', 'abcd-1234\u000befgh-5678\fijkl-9012'],
    ['fillers, which are letters that nobody sees', 'abcd\u3164-1234\nefgh-\u115f5678\nijkl-9012\uffa0'],
    ['commas', 'abcd-1234, efgh-5678,ijkl-9012'],
    ['semicolons and bars', 'abcd-1234; efgh-5678 | ijkl-9012'],
    ['tabs', 'abcd-1234\tefgh-5678\tijkl-9012'],
    ['single blanks', 'abcd-1234 efgh-5678 ijkl-9012'],
    ['wide gaps', 'abcd-1234    efgh-5678\nijkl-9012'],
    ['numbers within a line', '1. abcd-1234 2. efgh-5678 3. ijkl-9012'],
    ['a list of JSON', '["abcd-1234", "efgh-5678",\n "ijkl-9012"]'],
    ['codes more than once', 'abcd-1234\nefgh-5678\nabcd-1234\nijkl-9012'],
    ['full-width letters', 'ａｂｃｄ－１２３４\nefgh-5678\nijkl-9012'],
    ['the dashes of a word processor', 'abcd\u20131234\nefgh\u20115678\nijkl\u22129012'],
    ['invisible marks', '\ufeffabcd-\u200b1234\n\u202aefgh-5678\u202c\nij\u00adkl-9012'],
    ['no-break blanks', '1.\u00a0abcd-1234\n2.\u00a0efgh-5678\n\u00a0\u00a0ijkl-9012'],
    ['a heading', 'Your recovery codes:\nabcd-1234\nefgh-5678\nijkl-9012'],
    ['a heading without a colon', 'Your recovery codes\nabcd-1234\nefgh-5678\nijkl-9012'],
    ['the name of the site', 'GitHub\nabcd-1234\nefgh-5678\nijkl-9012'],
    ['a heading of four-letter words', 'Keep this here\nabcd-1234\nefgh-5678\nijkl-9012'],
    [
      'sentences around',
      'Save these 3 backup codes, keep them somewhere safe.\nabcd-1234\nefgh-5678\nijkl-9012\n' +
        'Each code can be used once. Generated on 2026-01-02 for ada@example.com',
    ],
    ['a name before each', 'Code 1: abcd-1234\nCode 2: efgh-5678\nCode 3: ijkl-9012'],
    ['a word behind one', 'abcd-1234 (used)\nefgh-5678\nijkl-9012'],
  ])('are found with %s', (_how, pasted) => {
    expect(codesIn(pasted)).toEqual(three);
  });

  it.each([
    ['numbers of eight digits', '12345678\n23456789', ['12345678', '23456789']],
    ['numbers that share a line', '12345678 23456789', ['12345678', '23456789']],
    ['short numbers', '1234\n5678', ['1234', '5678']],
    ['groups of four', '1234 5678\n2345 6789', ['1234 5678', '2345 6789']],
    [
      'groups of letters, numbered',
      '1. abcd efgh ijkl\n2 mnop qrst uvwx',
      ['abcd efgh ijkl', 'mnop qrst uvwx'],
    ],
    ['groups of three', '123 456\n789 012', ['123 456', '789 012']],
    ['letters alone', 'abcdefgh ijklmnop\nqrstuvwx', ['abcdefgh', 'ijklmnop', 'qrstuvwx']],
    ['letters alone among digits', 'a1b2c3d4\ndeadbeef', ['a1b2c3d4', 'deadbeef']],
    ['dots and underscores', 'ab.cd_ef\nab/cd:12', ['ab.cd_ef', 'ab/cd:12']],
    ['other scripts', 'абвг-1234', ['абвг-1234']],
    ['one code', ' ABCD-EFGH ', ['ABCD-EFGH']],
    ['a heading that looks like a code', 'Backup\nabcdefgh', ['Backup', 'abcdefgh']],
  ])('may be %s', (_how, pasted, codes) => {
    expect(codesIn(pasted)).toEqual(codes);
  });

  it('are at most as many as a set may have, and more are refused rather than cut', () => {
    const lines = Array.from({ length: limits.recoveryCodes + 1 }, (_, index) => `code-${10_000 + index}`);
    expect(() => understand(lines.join('\n'))).toThrow('too-many-codes');
    const codes = codesIn(lines.slice(1).join('\n'));
    expect(codes).toHaveLength(limits.recoveryCodes);
    expect([codes[0], codes.at(-1)]).toEqual(['code-10001', 'code-11000']);
  });

  it('are none that are too long, which is told', () => {
    const longest = 'x1'.repeat(limits.recoveryCode / 2);
    const { oneEach, tooLongLeftOut } = understand(`${longest}\n${longest}y`);
    expect([oneEach, tooLongLeftOut]).toEqual([[{ code: longest, isUsed: false }], 1]);
    expect(() => understand(`${longest}y`)).toThrow('recovery-code-too-long');
  });

  it('are not looked for in a text that is too long, and the limit is told', () => {
    const fits = `q7wd-81kz${' '.repeat(limits.pastedCodes - 9)}`;
    expect(codesIn(fits)).toEqual(['q7wd-81kz']);
    expect(() => understand(`${fits} `)).toThrow(
      expect.objectContaining({
        code: 'pasted-too-long',
        details: expect.objectContaining({ most: limits.pastedCodes }) as unknown,
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t \u200b'],
    ['signs', '*** --- [ ] (((())))'],
    ['numbers of lines', '1.\n2.\n3.'],
    ['short words', 'a b c\nab\nabc'],
    ['a heading', 'Your recovery codes:'],
    ['a sentence', 'Keep these somewhere safe. You will not see them again!'],
    ['a date', 'Printed on 2026-01-02'],
    ['markup', '<ul></ul>'],
  ])('are not found in %s', (_what, pasted) => {
    expect(() => understand(pasted)).toThrow(new AppError('no-codes-found'));
  });
});
