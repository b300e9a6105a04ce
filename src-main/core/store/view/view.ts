import type { Entry } from './entry';
import { type ByKind, byKind } from '../kinds/kinds';
import type { Store } from '../facts/store';
import { compareEntries, outcomeOf, partsOf } from './outcome';
import { groupsOfSame, idsOf } from './same-groups';

/**
 * All entries, the earlier first: the same for the same facts, in whatever order they came. Walks through all of them;
 * `viewAfter` gives the same for a changed store at the cost of what was changed.
 *
 * A note in it may be longer than `limits.note`, which is for what a person enters: it is joined of all that were written
 * at once, and no text of them is dropped. So a schema that takes a shown note, be it in the snapshot, the vault or a
 * document, needs a limit of its own, or none, and a field in which it is edited has to take what is already there.
 */
export function viewOf(store: Store): readonly Entry[] {
  const groups = groupsOfSame(store);
  const found: Entry[] = [];
  for (const [id] of store.entries) {
    const ids = groups.get(id) ?? [id];
    // Of those that are one, the first that has facts speaks for all.
    if (ids.find((one) => store.entries.has(one)) !== id) continue;
    const entry = outcomeOf(store, ids);
    if (entry) found.push(entry);
  }
  return found.sort(compareEntries);
}

/** One entry, by any of its ids; null where there is none. Costs nothing that grows with the others. */
export const entryOf = (store: Store, id: string): Entry | null => outcomeOf(store, idsOf(store, id));

/** What is known of an entry, by any of its ids. */
export const factsOf = (store: Store, id: string): ByKind =>
  byKind(partsOf(store, idsOf(store, id)).flatMap(({ facts }) => [...facts]));
