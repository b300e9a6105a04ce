import type { CodeSet } from '../../records/code-set';

/**
 * Puts the current set first, and the others behind it, newest first.
 *
 * The current one is one that nobody says was replaced. Dates count only where that leaves several, or none, for the
 * clocks of computers differ: then the one that was listed last. One that stands behind by its date alone has no
 * `replacedAt`, and a current one that somebody called replaced keeps its own, so that a file that is joined later finds
 * what was said. A set without codes tells nothing, unless it is the current one.
 */
export function inOrder(sets: readonly CodeSet[]): CodeSet[] {
  const [current, ...others] = [...sets].sort(
    (one, other) =>
      Number(one.replacedAt !== null) - Number(other.replacedAt !== null) ||
      Number(one.codes.length === 0) - Number(other.codes.length === 0) ||
      other.fetchedAt - one.fetchedAt ||
      byText(one, other),
  );
  if (!current) return [];
  const behind = others.filter(({ codes }) => codes.length > 0);
  return [current, ...behind.sort((one, other) => dateOf(other) - dateOf(one) || byText(one, other))];
}

const dateOf = ({ replacedAt, fetchedAt }: CodeSet): number => replacedAt ?? fetchedAt;

/** Of two with one date either may come first, as long as it is the same one on every computer. */
function byText(one: CodeSet, other: CodeSet): number {
  const [first, second] = [one, other].map(textOf);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

/** One that has no name yet comes last, so that it takes the name of the other. */
const textOf = ({ name, codes }: CodeSet): string =>
  codes.reduce((least, { code }) => (least === '' || code < least ? code : least), '') || name || '\uffff';
