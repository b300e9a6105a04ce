import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeKey } from '#contract/one-time-code';
import { proposed } from './proposed';

const letters = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...Array.from(alphabet)), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const small = 'abcdefghjkmnpqrstvwxyz23456789';
const large = small.toUpperCase();
const groups = (alphabet: string, count: number, length: number, between: string) =>
  fc.array(letters(alphabet, length), { minLength: count, maxLength: count }).map((all) => all.join(between));

/** A code of each kind that sites hand out has a digit, as nearly all of them have. */
const code = (kind: fc.Arbitrary<string>) => kind.filter((one) => /\d/.test(one) && /[^0 -]/.test(one));
const kinds = [
  letters(small, 10),
  letters('0123456789abcdef', 16),
  letters('0123456789', 8),
  groups(small, 2, 4, '-'),
  groups(large, 3, 4, '-'),
  groups('0123456789abcdef', 2, 5, '-'),
  groups('0123456789', 2, 4, ' '),
  groups(large, 4, 4, ' '),
  groups(large, 5, 5, '-'),
].map(code);

interface Printed {
  readonly code: string;
  readonly isUsed: boolean;
}

type Layout = (rows: readonly Printed[]) => string;
const eachLine =
  (line: (row: Printed, place: number) => string): Layout =>
  (rows) =>
    rows.map(line).join('\n');
const behind = ({ code: text, isUsed }: Printed): string => (isUsed ? `${text} (used)` : text);
const columns =
  (gap: string): Layout =>
  (rows) =>
    Array.from({ length: Math.ceil(rows.length / 2) }, (_, line) =>
      rows
        .slice(2 * line, 2 * line + 2)
        .map(behind)
        .join(gap),
    ).join('\n');

const layouts: Record<string, Layout> = {
  lines: eachLine(behind),
  numbered: eachLine((row, place) => `${place + 1}. ${behind(row)}`),
  'numbered with brackets': eachLine((row, place) => `(${place + 1}) ${behind(row)}`),
  'numbers that touch': eachLine((row, place) => `${place + 1}.${behind(row)}`),
  bullets: eachLine((row) => `  • ${behind(row)}`),
  boxes: eachLine(({ code: text, isUsed }) => `- [${isUsed ? 'x' : ' '}] ${text}`),
  struck: eachLine(({ code: text, isUsed }) => `* ${isUsed ? `~~${text}~~` : text}`),
  quoted: eachLine((row) => `> \`${row.code}\`${row.isUsed ? ' (used)' : ''}`),
  labelled: eachLine((row, place) => `Recovery code ${place + 1}: ${behind(row)}`),
  'two columns of tabs': columns('\t'),
  'two columns of blanks': columns('     '),
  JSON: (rows) =>
    JSON.stringify({ status: true, codes: rows.map((row) => ({ code: row.code, used: row.isUsed })) }),
  CSV: (rows) => ['code,used', ...rows.map((row) => `${row.code},${row.isUsed ? 'yes' : 'no'}`)].join('\r\n'),
  'a table of Markdown': (rows) =>
    [
      '| Code | Used |',
      '| --- | --- |',
      ...rows.map((row) => `| ${row.code} | ${row.isUsed ? 'x' : ''} |`),
    ].join('\n'),
  'a list of HTML': (rows) =>
    `<ul>${rows.map(({ code: text, isUsed }) => `<li>${isUsed ? `<del>${text}</del>` : text}</li>`).join('')}</ul>`,
};

/** What stands around a list, before and behind it. */
const frames: readonly [before: string, behind: string][] = [
  ['', ''],
  ['Recovery codes\n\n', '\n'],
  ['Example\nYour backup codes, keep them safe:\n', '\n\nGenerated on March 3, 2027 at 18:05'],
  [
    '3/3/2027, 6:05 PM\nTwo-factor recovery codes for ada@example.com\n\n',
    '\n\nhttps://example.com/2fa    1/1',
  ],
  ['Secret key: KQWZMPDX2345ABCD\nRecovery codes:\n', '\nDone'],
];
const structured = ['JSON', 'CSV'];

const list = fc.constantFrom(...kinds).chain((kind) =>
  fc.uniqueArray(fc.record({ code: kind, isUsed: fc.boolean() }), {
    minLength: 3,
    maxLength: 12,
    selector: (row) => codeKey(row.code),
  }),
);

it.each(Object.entries(layouts))('a list of codes is understood as it was printed: %s', (name, layout) => {
  const frame = structured.includes(name) ? fc.constant(frames[0]) : fc.constantFrom(...frames);
  fc.assert(
    fc.property(list, frame, (rows, around) => {
      const [before = '', after = ''] = (around ?? []).map((text) =>
        name.includes('HTML') ? text.replaceAll('\n', '<br>') : text,
      );
      expect(proposed(before + layout(rows) + after)).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});
