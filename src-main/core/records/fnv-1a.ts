/** Where FNV-1a of 32 bits starts, and what it multiplies by. */
const start = 0x811c9dc5;
const prime = 0x01000193;

/**
 * The sum FNV-1a, of 32 bits: enough to notice a change, and no protection against anybody who wants two things to have
 * the same one. Some of the sums are kept in files, so none of them may change.
 *
 * @param other another start or factor, for a second sum beside the first
 */
export function fnv1a(values: ArrayLike<number>, other: { start?: number; prime?: number } = {}): number {
  const factor = other.prime ?? prime;
  let sum = other.start ?? start;
  for (let place = 0; place < values.length; place += 1) {
    sum = Math.imul(sum ^ (values[place] ?? 0), factor);
  }
  return sum >>> 0;
}

/** A text as numbers: its units of UTF-16. */
export function codeUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let place = 0; place < text.length; place += 1) units[place] = text.charCodeAt(place);
  return units;
}
