import { limits } from '#contract/limits';
import type { Candidate } from './candidate';

/** The rows of a text as a single key; null where there is one row anyway, or they are too long for one. */
export function oneKeyOf(rows: readonly Candidate[]): string | null {
  if (rows.length < 2) return null;
  const key = rows.map(({ code }) => code).join(' ');
  return key.length <= limits.recoveryCode ? key : null;
}

/** More rows are codes. */
const mostRows = 8;
const longGroup = 5;

/** Digits of base 16 as the bytes of a key come to, 32 or 64 in all. */
const isLongNumber = (groups: readonly string[]): boolean =>
  [32, 64].includes(groups.join('').length) &&
  groups.every((group) => /^[\da-f]+$/i.test(group)) &&
  groups.some((group) => /[a-f]/i.test(group));

/**
 * Whether rows are more likely one key than codes: where something announces a key and all rows are groups, and where few
 * rows of long groups stand alone.
 */
export function isOneKey(rows: readonly Candidate[], announcesKey: boolean): boolean {
  if (rows.length < 2 || rows.length > mostRows) return false;
  const groups = rows.map(({ code }) => code.split(' '));
  const areGroups = groups.every((row) => row.length > 1 && row.every((one) => /^[\p{L}\p{N}]+$/u.test(one)));
  if (!areGroups) return false;
  if (announcesKey || isLongNumber(groups.flat())) return true;
  return (
    rows.length <= 3 && groups.every((row) => row.length >= 3 && row.every((one) => one.length >= longGroup))
  );
}
