import { createHmac, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMac, noMac, withMac } from '../../../../src-main/core/vault/vault-mac';

const key = 'AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SWQXWH3';
const textWith = (rest: string, blank = '\n  '): string =>
  `{${blank}"schema": 2,${blank}"mac": "${noMac}",${blank}${rest}`;
const digitsOf = (text: string): string => /"mac": "([0-9a-f]{64})"/.exec(text)?.[1] ?? '';

/** The same with Node's own hashes, by the words of docs/backup-format.md. */
function macByNode(text: string, identity: string): string {
  const secret = Buffer.from(hkdfSync('sha256', identity, '', 'latchkey-vault-mac', 32));
  return createHmac('sha256', secret)
    .update(text.replace(/(?<="mac": ")[0-9a-f]{64}/, ''))
    .digest('hex');
}

describe('the MAC of a vault', () => {
  it.each(['\n  ', ''])('is what the document of the format says', (blank) => {
    const text = withMac(textWith('"store": "Größe 🔑"\n}\n', blank), key);
    expect(digitsOf(text)).toBe(macByNode(text, key));
    expect(hasMac(text, key)).toBe(true);
  });

  it('is over all of a long text, wherever it is cut to be read', () => {
    for (const lead of [0, 1, 2, 3]) {
      const text = withMac(textWith(`${'x'.repeat(lead)}${'🔑é'.repeat(100_000)}`), key);
      expect(digitsOf(text)).toBe(macByNode(text, key));
    }
  });

  it('fits no text with one character changed, added or left out, and no other key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.nat(),
        fc.constantFrom('', 'x', '0', ' ', '"'),
        (rest, at, other) => {
          const text = withMac(textWith(`"store": ${JSON.stringify(rest)}}`), key);
          expect(hasMac(text, key)).toBe(true);
          expect(hasMac(text, `${key}Q`)).toBe(false);
          const place = at % text.length;
          const changed = text.slice(0, place) + other + text.slice(place + 1);
          if (changed !== text) expect(hasMac(changed, key), changed).toBe(false);
          expect(hasMac(text.slice(0, place) + (other || 'x') + text.slice(place), key)).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('knows the key as it is typed', () => {
    const text = withMac(textWith('}'), key);
    expect(hasMac(text, ` ${key.toLowerCase()}\n`)).toBe(true);
  });

  it.each(['', '{}', '{"schema": 2}', `{"mac": "${noMac}", "schema": 2}`, `[${textWith('}')}]`])(
    'has no place in %j',
    (text) => {
      expect(hasMac(text, key)).toBe(false);
      expect(() => withMac(text, key)).toThrow('no text of a vault');
    },
  );
});
