import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Random } from '../../ports/random';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const bytes = 12;

/** The id of a new fact: 12 random bytes, never a count, which a vault that was put back would count again. */
export const newFactId = (random: Random): string =>
  written([...random.hex(bytes).matchAll(/../g)].map(([pair]) => parseInt(pair, 16)));

/** The id of a fact that comes out of an old vault or a backup: the same wherever the same content is taken in. */
export const factIdOf = (content: readonly unknown[]): string =>
  written([...sha256(utf8ToBytes(JSON.stringify(content))).subarray(0, bytes)]);

/** Bytes in base64url, whose number is divided by three. */
function written(values: readonly number[]): string {
  let text = '';
  for (let place = 0; place < values.length; place += 3) {
    const [first = 0, second = 0, third = 0] = values.slice(place, place + 3);
    const group = (first << 16) | (second << 8) | third;
    for (const shift of [18, 12, 6, 0]) text += letters[(group >> shift) & 63] ?? '';
  }
  return text;
}
