import { describe, expect, it } from 'vitest';
import { cleanCode, cleanLine } from '#contract/clean-text';
import { dice } from '../core/state/mutations';

describe('a line of text', () => {
  it.each([
    ['plain letters', 'Work 2'],
    ['letters with marks', 'Größe, Ангара, Việt'],
    ['a family, joined', '👨‍👩‍👧 home'],
    ['a heart in color', '❤️ x'],
    ['a keycap', '1️⃣'],
    ['a tone of skin and a joiner', '👩🏽‍💻'],
    ['a flag made of two', '🏳️‍🌈'],
    ['a flag of letters', '🇬🇷'],
    ['Hebrew', 'עבודה'],
    ['Persian with a non-joiner', 'می\u200cخواهم'],
    ['a joiner at the end of an Arabic abbreviation', 'ه\u200d'],
    ['Sinhala with a joiner', 'ක්\u200dෂ'],
    ['Devanagari with a joiner', 'श्\u200dरी'],
    ['a variant of a Japanese name', '葛\u{e0100}城'],
    ['Mongolian with a variant', 'ᠮᠣᠩ\u180bᠭᠣᠯ'],
    ['an Arabic number sign, which is seen', '\u0600\u0661'],
    ['braille', '⠓⠑'],
  ])('keeps %s', (_what, text) => {
    expect(cleanLine(text)).toBe(text);
  });

  it.each([
    ['a line end', 'a\r\nb', 'a b'],
    ['a line separator', 'a\u2028b\u2029c', 'a b c'],
    ['a NUL and an escape', 'a\u0000b\u001b[31mc', 'a b [31mc'],
    ['an override', 'user\u202egpj.exe', 'user gpj.exe'],
    ['isolates and embeddings', '\u2066a\u2069\u202ab\u202c', 'a b'],
    ['the marks of a direction, beside letters of one', '\u05d0\u200f \u061c\u05d1', '\u05d0 \u05d1'],
    ['half a character', 'a\ud800b\udc00', 'ab'],
    ['a zero-width blank', 'Wo\u200brk', 'Work'],
    ['a byte order mark', '\ufeffWork', 'Work'],
    ['a soft hyphen', 'Wo\u00adrk', 'Work'],
    ['a joiner between letters that need none', 'Wo\u200dr\u200ck', 'Work'],
    ['joiners in a row', 'می\u200c\u200c\u200cخ', 'می\u200cخ'],
    ['a variant of what has none', 'W\ufe0fork', 'Work'],
    ['tags, which can hold a whole text', 'Work\u{e0041}\u{e0042}\u{e007f}', 'Work'],
    ['fillers that count as letters', '\u3164\u115fWork\uffa0', 'Work'],
    ['a joiner of graphemes', 'e\u034fx', 'ex'],
    ['annotations', '\ufff9a\ufffab\ufffb', 'ab'],
    ['blanks of other widths', '\u00a0 a\u2003\u3000b ', 'a b'],
    ['braille without a dot', '\u2800 \u2800', ''],
    ['nothing that is seen', '\u200b\u2060\u{e0100}', ''],
  ])('cleans %s', (_what, text, clean) => {
    expect(cleanLine(text)).toBe(clean);
  });
});

describe('a code', () => {
  it.each(['1234-5678', '2345 6789', 'a_b/c+d==', 'schlüssel-無効', '"quoted"'])('keeps %j', (text) => {
    expect(cleanCode(text)).toBe(text);
  });

  it.each([
    ['nothing invisible, whatever the script', 'می\u200cخ\u200d', 'میخ'],
    ['no variant', '1\ufe0f2\u20e33', '12\u20e33'],
    ['no override', 'ab\u202ecd', 'abcd'],
    ['no zero-width blank', 'ab\u200bcd', 'abcd'],
    ['no filler', '\u3164', ''],
    ['no tag', 'abcd\u{e0041}', 'abcd'],
    ['no line end', ' ab\r\ncd\n', 'ab cd'],
    ['no half of a character', 'ab\udfffcd', 'abcd'],
  ])('holds %s', (_what, text, clean) => {
    expect(cleanCode(text)).toBe(clean);
  });
});

describe.each([
  ['a line', cleanLine],
  ['a code', cleanCode],
] as const)('cleaning %s', (_what, clean) => {
  it('twice is cleaning once, and makes nothing longer', () => {
    const roll = dice(20_260_106);
    const pool = Array.from(
      'a1# -م❤葛श्👩🏽ᠮ\u0301\u200c\u200d\ufe0e\ufe0f\u20e3\u{e0100}\u180b\u180e\u200b\u202e\n\u17b4\u034f\u061c\u3164\ud800\u2800',
    );
    for (let round = 0; round < 60_000; round += 1) {
      const text = Array.from({ length: 1 + roll(8) }, () => pool[roll(pool.length)] ?? '').join('');
      const once = clean(text);
      if (clean(once) !== once || once.length > text.length) throw new Error(JSON.stringify(text));
    }
  });

  it('leaves no control, no mark of a direction, no tag and no half of a character, whatever stands there', () => {
    for (let point = 0; point <= 0x10_ffff; point += 1) {
      const made = clean(`ab${String.fromCodePoint(point)}cd`);
      if (/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}\p{Cs}\u{e0000}-\u{e0fff}]/u.test(made))
        throw new Error(`U+${point.toString(16)}`);
    }
  });
});
