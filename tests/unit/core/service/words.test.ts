import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { cleanWords } from '../../../../src-main/core/service/clean-words';

describe('cleanWords', () => {
  it.each([
    ['leaves plain words alone', 'Invalid OTP', 'Invalid OTP'],
    ['makes one line of several', 'one\r\ntwo\tthree\u2028four\u0085five', 'one two three four five'],
    ['drops escape sequences', '\u001b[31mred\u0007', '[31mred'],
    ['drops marks that turn the direction around', 'user\u202egnp.exe', 'user gnp.exe'],
    ['drops isolates', '\u2066a\u2069b', 'a b'],
    ['drops what cannot be seen', 'a\u200bb\ufeffc\u00add', 'abcd'],
    ['keeps other scripts', 'Ungültig: 無効', 'Ungültig: 無効'],
    ['keeps what emoji and scripts need', '👨‍👩‍👧 می\u200cخواهم', '👨‍👩‍👧 می\u200cخواهم'],
    ['leaves markup as text', '<b>bold</b>', '<b>bold</b>'],
  ])('%s', (_what, said, clean) => {
    expect(cleanWords(said)).toBe(clean);
  });

  it.each(['', ' ', '\u0000\u0001', '\u202e\u2066'])('makes nothing of %j', (said) => {
    expect(cleanWords(said)).toBeNull();
  });

  it('cuts at 300 characters and says so', () => {
    const clean = cleanWords('x'.repeat(100_000));
    expect(clean).toBe(`${'x'.repeat(limits.words - 1)}…`);
    expect(cleanWords('x'.repeat(limits.words))).toBe('x'.repeat(limits.words));
  });

  it('never leaves half a character at the cut', () => {
    for (let offset = 0; offset < 4; offset += 1) {
      const clean = cleanWords(`${'x'.repeat(offset)}${'🔑'.repeat(2_000)}`) ?? '';
      expect(clean.length).toBeLessThanOrEqual(limits.words);
      expect(clean).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      expect(clean).toMatch(/🔑…$/u);
    }
  });
});
