import { describe, expect, it } from 'vitest';
import { understand } from '../../../../../src-main/core/recovery-codes/understand/understand';
import { codesIn, usedIn } from './proposed';

const two = ['q7wd-81kz', 'm3pa-92xe'];

/** Small texts of each kind that is easily misunderstood, and the codes that a person sees in them. */
const kinds: Record<string, [text: string, codes: readonly string[]][]> = {
  'groups behind a label': [
    ['Recovery key: 7QPD XMZK 81LA 44WE', ['7QPD XMZK 81LA 44WE']],
    ['Code 1: 4410 9921\nCode 2: 7715 0302', ['4410 9921', '7715 0302']],
  ],
  'a key of words': [
    ['river cat ladder river ox candle', ['river cat ladder river ox candle']],
    ['1. river   4. river\n2. cat     5. ox\n3. ladder  6. candle', ['river cat ladder river ox candle']],
  ],
  'marks around a code': [
    ['Your recovery code is q7wd-81kz.', ['q7wd-81kz']],
    ['`q7wd-81kz`\n~~m3pa-92xe~~', two],
  ],
  'the structure of programs': [
    ['{"codes":["q7wd-81kz","m3pa-92xe"]}', two],
    ['<li>q7wd-81kz</li>\n<li>m3pa-92xe</li>', two],
  ],
  'columns with a single blank between': [
    [
      '1. 4410 9921 3. 7715 0302\n2. 5521 8830 4. 6604 1193',
      ['4410 9921', '7715 0302', '5521 8830', '6604 1193'],
    ],
    ['4410 9921 7715 0302\n5521 8830 6604 1193', ['4410 9921', '7715 0302', '5521 8830', '6604 1193']],
  ],
  'long groups': [
    ['7QPDX MZK81 LA44W EROTU', ['7QPDX MZK81 LA44W EROTU']],
    ['441099 217715 030288', ['441099 217715 030288']],
  ],
  'groups of unequal length': [
    ['44 109 921\n77 150 302', ['44 109 921', '77 150 302']],
    ['7QPD XMZK 81LA 44', ['7QPD XMZK 81LA 44']],
  ],
  'a number or a label that touches the code': [
    ['1.q7wd81kz\n2.m3pa92xe', ['q7wd81kz', 'm3pa92xe']],
    ['Code:q7wd-81kz', ['q7wd-81kz']],
  ],
  'dates and times': [
    ['q7wd-81kz\nm3pa-92xe\nGenerated on March 3, 2027', two],
    ['Printed 3/3/2027 18:05\nq7wd-81kz\nm3pa-92xe', two],
  ],
  'words with digits': [
    ['Keep them in 1Password\nq7wd-81kz\nm3pa-92xe', two],
    ['Your OAuth2 codes for shop4u.example.com\nq7wd81kz\nm3pa92xe', ['q7wd81kz', 'm3pa92xe']],
  ],
  'a heading as long as the codes': [
    ['Passkeys\n44109921\n77150302', ['44109921', '77150302']],
    ['Webmail\nq7wd81k\nm3pa92x', ['q7wd81k', 'm3pa92x']],
  ],
  'other secrets beside the codes': [
    ['Secret key: KQWZMPDX2345ABCD\nRecovery codes:\n44109921\n77150302', ['44109921', '77150302']],
    ['Key ID: 7A81B2C3-0011-2233\nRecovery key:\n441099-217715', ['441099-217715']],
  ],
  'letters alone behind a label': [
    ['Recovery code: KQWZMPDX', ['KQWZMPDX']],
    ['Code 1: kqwz-mpdx\nCode 2: ytre-lkjh', ['kqwz-mpdx', 'ytre-lkjh']],
  ],
  'other characters': [
    ['q7wd+81kz==\nm3pa/92xe==', ['q7wd+81kz==', 'm3pa/92xe==']],
    ['q7Wd--81kz_', ['q7Wd--81kz_']],
  ],
  'other ends of lines': [
    ['q7wd-81kz\u2028m3pa-92xe', two],
    ['q7wd-81kz\u000bm3pa-92xe', two],
    ['q7wd-81kz\u2029m3pa-92xe', two],
  ],
};

describe.each(Object.entries(kinds))('%s', (_kind, texts) => {
  it.each(texts)('%j', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

describe('rows that may be one key', () => {
  it.each([
    ['7qpd xmzk 81la\n44we rotu 90bn', '7qpd xmzk 81la 44we rotu 90bn'],
    ['44109 92177\n15030 28855', '44109 92177 15030 28855'],
    ['28119 26495 09100\n68251 50276 55290', '28119 26495 09100 68251 50276 55290'],
  ])('%j are one by a choice', (text, code) => {
    expect(understand(text).oneKey).toEqual([{ code, isUsed: false }]);
  });

  it('are proposed as one where something speaks of a key', () => {
    const rows = '7qpd xmzk 81la\n44we rotu 90bn';
    expect(codesIn(rows)).toEqual(rows.split('\n'));
    expect(codesIn(`Your recovery key\n${rows}`)).toEqual([rows.replace('\n', ' ')]);
    expect(codesIn(`Your recovery codes\n${rows}`)).toEqual(rows.split('\n'));
  });

  it('are no choice where there is one row, or what they come to is too long', () => {
    expect(understand('q7wd-81kz').oneKey).toBeNull();
    const long = Array.from({ length: 100 }, (_, place) => `q7wd-81kz-${1000 + place}`).join('\n');
    expect(understand(long).oneKey).toBeNull();
  });
});

describe('what is marked as used', () => {
  it.each([
    ['q7wd-81kz (used)\nm3pa-92xe'],
    ['q7wd-81kz(used on 3/14/2026)\nm3pa-92xe'],
    ['q7wd-81kz used 3/14/2026\nm3pa-92xe'],
    ['q7wd-81kz - already used\nm3pa-92xe - unused'],
    ['[x] q7wd-81kz\n[ ] m3pa-92xe'],
    ['☑ q7wd-81kz\n☐ m3pa-92xe'],
    ['1. ✓ q7wd-81kz\n2. m3pa-92xe'],
    ['q7wd-81kz ✓\nm3pa-92xe'],
    ['~~q7wd-81kz~~ m3pa-92xe'],
    ['q\u03367\u0336w\u0336d\u0336-\u03368\u03361\u0336k\u0336z\u0336\nm3pa-92xe'],
    ['<p><s>q7wd-81kz</s><br>m3pa-92xe'],
    ['<input type=checkbox checked>q7wd-81kz<br><input type=checkbox>m3pa-92xe'],
    ['code,used\nq7wd-81kz,yes\nm3pa-92xe,no'],
    ['code\tused on\nq7wd-81kz\t2026-03-14\nm3pa-92xe\t'],
    ['| Code | Used |\n|---|---|\n| q7wd-81kz | x |\n| m3pa-92xe | |'],
    ['{"codes":[{"code":"q7wd-81kz","used":true},{"code":"m3pa-92xe","used":false}]}'],
    ['[{"value":"q7wd-81kz","usedAt":"2026-03-14T10:00:00Z"},{"value":"m3pa-92xe","usedAt":null}]'],
    ['q7wd-81kz → used\nm3pa-92xe → unused'],
    [
      '<table><tr><th>Code</th><th>Used</th></tr><tr><td>q7wd-81kz</td><td>yes</td></tr><tr><td>m3pa-92xe</td><td>no</td></tr></table>',
    ],
    ['Used:\nq7wd-81kz\nUnused:\nm3pa-92xe'],
  ])('is ticked: %j', (text) => {
    expect([codesIn(text), usedIn(text)]).toEqual([two, two.slice(0, 1)]);
  });

  it('is nothing where all codes have the same tick in front, which is a bullet', () => {
    expect(usedIn('✓ q7wd-81kz\n✓ m3pa-92xe')).toEqual([]);
    expect(usedIn('[x] q7wd-81kz\n[x] m3pa-92xe')).toEqual(two);
  });
});
