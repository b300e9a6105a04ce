import type { CodeSetSummary } from '#contract/snapshot';
import type { Ledger } from '../records/ledger-record';

/** What the window may know of a ledger without asking for the codes; null while there are none. */
export function summarize({ sets: [current, ...older] }: Ledger, sealed: boolean): CodeSetSummary | null {
  if (!current) return null;
  return {
    name: current.name,
    fetchedAt: current.fetchedAt,
    codes: current.codes.map(({ state, at, note }) => ({ state, at, note })),
    sealed,
    replacedSets: older.length,
  };
}
