import type { CodeEntry, CodeSetSummary, CodeState } from '#contract/snapshot';
import type { CodeSet } from '../records/code-set';
import type { Ledger } from '../records/ledger-record';

const countOf = ({ codes }: CodeSet, state: CodeState): number =>
  codes.filter((code) => code.state === state).length;

/** A set is never changed, but replaced by another. */
const stamps = new WeakMap<CodeSet, number>();

/** What the entries of a set are known by, over a restart too: a sum over their text, of 52 bits. */
function stampOf(set: CodeSet): number {
  const known = stamps.get(set);
  if (known !== undefined) return known;
  let one = 0x811c9dc5;
  let other = 0x01234567;
  for (const letter of JSON.stringify(entriesIn(set))) {
    const unit = letter.codePointAt(0) ?? 0;
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  const stamp = (one >>> 12) * 2 ** 32 + (other >>> 0);
  stamps.set(set, stamp);
  return stamp;
}

const entriesIn = ({ codes }: CodeSet): CodeEntry[] =>
  codes.map(({ state, at, note }) => ({ state, at, note }));

/** What is known of each code of the current set, without the code. */
export const entriesOf = ({ sets: [current] }: Ledger): CodeEntry[] => (current ? entriesIn(current) : []);

/** What the window may know of a ledger without asking; null while there are no codes. */
export function summarize({ sets: [current, ...older] }: Ledger, sealed: boolean): CodeSetSummary | null {
  if (!current) return null;
  return {
    name: current.name,
    fetchedAt: current.fetchedAt,
    total: current.codes.length,
    unused: countOf(current, 'unused'),
    perhapsUsed: countOf(current, 'perhaps-used'),
    stamp: stampOf(current),
    sealed,
    replacedSets: older.length,
  };
}
