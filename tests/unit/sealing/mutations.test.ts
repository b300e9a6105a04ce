import { describe, expect, it } from 'vitest';
import { kindOf, quickSealer, sealer } from './sealers';

const text = '{"codes": ["aaaa-bbbb", "cccc-dddd"]}'.repeat(40);
const passphrase = 'correct horse';
const identity = await sealer.newIdentity();
const recipient = await sealer.recipientOf(identity);

/** Numbers from 0 to below a limit, the same ones on every run (mulberry32). */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** A file with one thing wrong; half of the time it is in the header, which is a small part of it. */
function mutated(file: Uint8Array, below: (limit: number) => number): Uint8Array {
  const bytes = Buffer.from(file);
  const at = below(below(2) === 0 ? 250 : bytes.length) % bytes.length;
  const end = at + 1 + below(40);
  switch (below(6)) {
    case 0:
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << below(8)), at);
      return bytes;
    case 1:
      bytes.writeUInt8(below(256), at);
      return bytes;
    case 2:
      return bytes.subarray(0, at);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    default:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([below(256)]), bytes.subarray(at)]);
  }
}

/** Opens mutated files, and counts what came of them. Throws on whatever is neither refusal nor the text itself. */
async function outcomes(
  file: Uint8Array,
  count: number,
  open: (file: Uint8Array) => Promise<string>,
): Promise<Partial<Record<string, number>>> {
  const below = numbers(file.length);
  const counts: Partial<Record<string, number>> = {};
  for (let round = 0; round < count; round += 1) {
    const opening = open(mutated(file, below)).then((opened) => expect(opened).toBe(text));
    const kind = await kindOf(opening);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

describe('2,000 files with something wrong', { timeout: 60_000 }, () => {
  it('sealed to a key open as they were, or are refused', async () => {
    const file = await sealer.sealTo(recipient, text);
    const counts = await outcomes(file, 1_000, (bytes) => sealer.openWith(identity, bytes));
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['damaged', 'wrong-key', 'not-sealed']));
    expect(counts['opened'] ?? 0, 'such as a byte that was replaced by itself').toBeLessThan(10);
  });

  it.each(['binary', 'armored'] as const)('sealed by passphrase, %s, as well', async (form) => {
    const file = await quickSealer.sealWithPassphrase(passphrase, text, form);
    const counts = await outcomes(file, 500, (bytes) => quickSealer.openWithPassphrase(passphrase, bytes));
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['damaged', 'wrong-key', 'not-sealed']));
    expect(counts['opened'] ?? 0).toBeLessThan(20);
  });
});
