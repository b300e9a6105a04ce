import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const digits = 64;
/** What a text is written with before its MAC is known, so that neither is longer than the other. */
export const noMac = '0'.repeat(digits);

/** How a text begins that has one: nothing comes before it but the number of the schema. */
const beginning = /^\{\s{0,9}"schema":\s{0,9}\d{1,9},\s{0,9}"mac":\s{0,9}"(?=[0-9a-f]{64}")/;

/** What the key of the MACs is derived for. */
const purpose = 'latchkey-vault-mac';
/** UTF-16 units that are read at a time, so that no second copy of a long text is made. */
const step = 64 * 1024;

/**
 * Writes into the text of a vault that somebody made it who has the vault's key: an age file says no such thing, for
 * everybody may seal one to a recipient.
 *
 * @param text has `noMac` in the place of one
 * @param identity the vault's key, `AGE-SECRET-KEY-1…`
 * @throws Error for a text that has no place for it
 */
export function withMac(text: string, identity: string): string {
  const place = placeOf(text);
  if (place === null) throw new Error('no text of a vault');
  return text.slice(0, place) + bytesToHex(macOf(text, place, identity)) + text.slice(place + digits);
}

/** Whether whoever wrote the text of a vault has its key. As long for a MAC that nearly fits as for any other. */
export function hasMac(text: string, identity: string): boolean {
  const place = placeOf(text);
  if (place === null) return false;
  const fitting = bytesToHex(macOf(text, place, identity));
  let differs = 0;
  for (let digit = 0; digit < digits; digit += 1)
    differs |= text.charCodeAt(place + digit) ^ fitting.charCodeAt(digit);
  return differs === 0;
}

/** Where the digits of the MAC stand; null where there are none. */
const placeOf = (text: string): number | null => beginning.exec(text)?.[0].length ?? null;

/** HMAC-SHA-256 over the text without the digits of the MAC, under a key that HKDF-SHA-256 derives from the vault's. */
function macOf(text: string, place: number, identity: string): Uint8Array {
  const secret = utf8ToBytes(identity.trim().toUpperCase());
  const key = hkdf(sha256, secret, undefined, utf8ToBytes(purpose), 32);
  const mac = hmac.create(sha256, key);
  for (const [from, to] of [
    [0, place],
    [place + digits, text.length],
  ] as const) {
    for (let start = from; start < to;) {
      const end = endOfStep(text, start, to);
      const bytes = utf8ToBytes(text.slice(start, end));
      mac.update(bytes);
      bytes.fill(0);
      start = end;
    }
  }
  const result = mac.digest();
  mac.destroy();
  key.fill(0);
  secret.fill(0);
  return result;
}

/** Never between the two halves of a pair: each alone would be another text. */
function endOfStep(text: string, start: number, to: number): number {
  const end = Math.min(start + step, to);
  const isHalf = end < to && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return isHalf ? end + 1 : end;
}
