import type { CodeEntry, CodeSetSummary, CodeState } from '#contract/snapshot';
import type { CodeSet } from '../records/code-set';
import { fnv1a } from '../records/fnv-1a';
import type { Ledger } from '../records/ledger-record';

const countOf = ({ codes }: CodeSet, state: CodeState): number =>
  codes.filter((code) => code.state === state).length;

/** A set is never changed, but replaced by another. */
const stamps = new WeakMap<CodeSet, number>();

/** What the entries of a set are known by, over a restart too: a sum over their text, of 52 bits. */
function stampOf(set: CodeSet): number {
  const known = stamps.get(set);
  if (known !== undefined) return known;
  const text = Array.from(JSON.stringify(entriesIn(set)), (letter) => letter.codePointAt(0) ?? 0);
  const stamp = (fnv1a(text) >>> 12) * 2 ** 32 + fnv1a(text, { start: 0x01234567, prime: 0x85ebca6b });
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
