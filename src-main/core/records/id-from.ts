import { codeUnits, fnv1a } from './fnv-1a';

/**
 * An id that is always the same for the same values, for entries of a file that have none: a UUID of version 8. No
 * secret hangs on it; it only has to differ where the values do.
 */
export function idFrom(values: readonly (string | number | null)[]): string {
  const text = JSON.stringify(values);
  const digits = [0, 1, 2, 3].map((part) => sumOf(`${part}${text}`)).join('');
  const [first, second, third, fourth, fifth] = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(13, 16),
    digits.slice(17, 20),
    digits.slice(20, 32),
  ];
  return `${first}-${second}-8${third}-8${fourth}-${fifth}`;
}

/** FNV-1a, mixed once more at the end, so that short texts differ in all digits. */
function sumOf(text: string): string {
  let sum = fnv1a(codeUnits(text));
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) >>> 0;
  sum = Math.imul(sum ^ (sum >>> 12), 0x297a2d39) >>> 0;
  return ((sum ^ (sum >>> 15)) >>> 0).toString(16).padStart(8, '0');
}
