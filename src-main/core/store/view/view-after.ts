import type { Entry } from './entry';
import { changedEntries } from '../facts/changed-entries';
import { emptyStore, type Store } from '../facts/store';
import { compareEntries } from './outcome';
import { idsOf } from './same-groups';
import { entryOf } from './view';

/** What a store shows. */
export interface View {
  readonly store: Store;
  /** As `viewOf` gives them. */
  readonly entries: readonly Entry[];
}

export const emptyView: View = { store: emptyStore, entries: [] };

/**
 * What a store shows: the same as `viewOf`, of any two stores, and at the cost of what was changed where one was made of
 * the other.
 *
 * @param before what was shown; the very same entries are given back where none was changed
 */
export function viewAfter(before: View, store: Store): View {
  const changed = changedIds(before.store, store);
  if (changed.size === 0) return { store, entries: before.entries };
  const entries = before.entries.filter(({ id }) => !changed.has(id));
  const now = new Set([...changed].flatMap((id) => entryOf(store, id) ?? []));
  for (const entry of now) entries.splice(placeIn(entries, entry), 0, entry);
  return { store, entries };
}

/** All ids of entries that may show otherwise: what is said to be one, or was, changes with each of its parts. */
const changedIds = (before: Store, after: Store): Set<string> =>
  new Set(changedEntries(before, after).flatMap((id) => [...idsOf(before, id), ...idsOf(after, id)]));

/** Where an entry belongs among others that are in order. */
function placeIn(entries: readonly Entry[], entry: Entry): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = entries[middle];
    if (one && compareEntries(one, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
