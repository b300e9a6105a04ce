import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { understand } from '../../../../../src-main/core/recovery-codes/understand/understand';

/** What is repeated up to the longest text: each is a trap for a pattern that looks back, or tries twice. */
const parts = [
  ...[
    '(1) ',
    '1.',
    ' ',
    '-',
    '[ ]',
    'a',
    '((',
    '\u200b',
    'ab-',
    '9 ',
    '\n',
    '\t',
    '|',
    ',',
    ';',
    ':',
    '": ',
    '~~',
    '✓',
  ],
  ...[
    '<',
    '<p',
    '<p>',
    '<!--',
    '<s>',
    '&#x',
    '{',
    '[',
    '"',
    '{"a":',
    '[[',
    'a.',
    'a@',
    '://',
    '/a',
    '\\a',
    '= ',
    ' - ',
  ],
  ...[
    'is ',
    'code is ',
    'used ',
    '(used',
    'Aa',
    'aa ',
    'A1 ',
    '1 2 ',
    '10:',
    '20',
    '2026-',
    'Jan 1',
    'a\u0336',
    '\u0301\u0327',
  ],
  ...[
    'word ',
    'cat\n',
    '1. cat\n',
    'Key: ',
    'Key:\n',
    'otpauth://',
    'a\u3164',
    'code,used\n',
    '|-|\n',
    '"a""',
    '\ue000',
  ],
];

function outcome(text: string): string {
  try {
    const { oneEach, oneKey } = understand(text);
    for (const { code } of [...oneEach, ...(oneKey ?? [])]) {
      expect(code.length).toBeLessThanOrEqual(limits.recoveryCode);
    }
    return 'understood';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
}

/** An eighth of the longest text: what takes the square of its length would take minutes there. */
const size = limits.pastedCodes / 8;
it.each(parts)(
  'the longest text is read in good time, whatever it repeats: %j',
  (part) => {
    const text = part.repeat(Math.ceil(size / part.length)).slice(0, size);
    expect(outcome(text)).not.toBe('');
  },
  60_000,
);

it('no text is too odd to be read', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...parts),
  );
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 30 }), (pieces) => {
      expect(typeof outcome(pieces.join(''))).toBe('string');
    }),
    { numRuns: 300 },
  );
});
