/** A version as a signed list may name it. */
export const plainVersion = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;

/**
 * Whether one version comes after another. What is tried out before a version (`1.2.0-beta.1`) comes before it.
 *
 * @param one plain
 * @param other plain, or with such an ending
 */
export function isNewer(one: string, other: string): boolean {
  const [ours, theirs] = [numbers(one), numbers(other)];
  const at = ours.findIndex((number, index) => number !== theirs[index]);
  if (at === -1) return other.includes('-') && !one.includes('-');
  return (ours[at] ?? 0) > (theirs[at] ?? 0);
}

const numbers = (version: string): number[] =>
  (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '0.0.0').split('.').map(Number);
