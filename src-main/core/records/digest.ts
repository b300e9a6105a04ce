import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * What some content is known by: the same wherever it is worked out.
 *
 * @param bytes how many of SHA-256 are taken: divided by three, 32 at most
 * @returns base64url without padding
 */
export const digestOf = (content: readonly unknown[], bytes: number): string =>
  base64Url([...sha256(utf8ToBytes(JSON.stringify(content))).subarray(0, bytes)]);

/** Bytes in base64url, whose number is divided by three. */
export function base64Url(values: readonly number[]): string {
  let text = '';
  for (let place = 0; place < values.length; place += 3) {
    const [first = 0, second = 0, third = 0] = values.slice(place, place + 3);
    const group = (first << 16) | (second << 8) | third;
    for (const shift of [18, 12, 6, 0]) text += letters[(group >> shift) & 63] ?? '';
  }
  return text;
}
