import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app does with an otpauth URI: the code at a time, in epoch milliseconds. */
export function appCode(otpUri: string, now: number): string {
  const { searchParams } = new URL(otpUri);
  const period = Number(searchParams.get('period')) * 1000;
  const digits = Number(searchParams.get('digits'));
  const counter = Buffer.from(
    Math.floor(now / period)
      .toString(16)
      .padStart(16, '0'),
    'hex',
  );
  const hash = createHmac(
    searchParams.get('algorithm') ?? '',
    decodeBase32(searchParams.get('secret') ?? ''),
  );
  const digest = hash.update(counter).digest();
  const offset = (digest.at(-1) ?? 0) % 16;
  const number = digest.subarray(offset, offset + 4).readInt32BE() & 0x7fffffff;
  return String(number).slice(-digits).padStart(digits, '0');
}

function decodeBase32(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text) {
    value = value * 32 + ALPHABET.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(Math.floor(value / 2 ** bits));
    value %= 2 ** bits;
  }
  return Buffer.from(bytes);
}
