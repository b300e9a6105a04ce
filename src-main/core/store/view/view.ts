import type { Entry } from './entry';
import { type ByKind, byKind, compareFacts, type Known } from '../kinds/kinds';
import { same } from '../kinds/same';
import type { EntryFacts, Store } from '../facts/store';
import { compareTexts } from '../facts/tick';
import { workOut } from './work-out';
import * as v from 'valibot';

/** What was worked out of the facts of an entry. Whatever changes the entry makes these another object. */
const workedOut = new WeakMap<EntryFacts, Outcome>();

interface Outcome {
  /** The facts of all entries that are one, this one's among them. */
  readonly of: readonly EntryFacts[];
  readonly entry: Entry | null;
  readonly born: Known | null;
}

/**
 * All entries, the earlier first: the same for the same facts, in whatever order they came. Only entries with other
 * facts than before are worked out anew.
 *
 * A note in it may be longer than `limits.note`, which is for what a person enters: it is joined of all that were written
 * at once, and no text of them is dropped. So a schema that takes a shown note, be it in the snapshot, the vault or a
 * document, needs a limit of its own, or none, and a field in which it is edited has to take what is already there.
 */
export function viewOf(store: Store): readonly Entry[] {
  const groups = groupsOfSame(store);
  const found: (readonly [born: Known, entry: Entry])[] = [];
  for (const [id, facts] of store.entries) {
    const ids = groups.get(id);
    // Of those that are one, the first that has facts speaks for all.
    if (ids && ids.find((one) => store.entries.has(one)) !== id) continue;
    const known = ids ? undefined : workedOut.get(facts);
    const { entry, born } = known?.of.length === 1 ? known : outcomeOf(store, ids ?? [id]);
    if (entry && born) found.push([born, entry]);
  }
  return found.sort(([one], [other]) => compareFacts(one, other)).map(([, entry]) => entry);
}

/** One entry, by any of its ids; null where there is none. Costs nothing that grows with the others. */
export const entryOf = (store: Store, id: string): Entry | null => outcomeOf(store, idsOf(store, id)).entry;

/** What is known of an entry, by any of its ids. */
export const factsOf = (store: Store, id: string): ByKind =>
  byKind(partsOf(store, idsOf(store, id)).flatMap(({ facts }) => [...facts]));

/** All ids of the entry that one id stands for, the smallest first. */
export const idsOf = (store: Store, id: string): readonly string[] => groupsOfSame(store).get(id) ?? [id];

const partsOf = (store: Store, ids: readonly string[]): EntryFacts[] =>
  ids.flatMap((id) => store.entries.get(id) ?? []);

function outcomeOf(store: Store, ids: readonly string[]): Outcome {
  const parts = partsOf(store, ids);
  const [first] = parts;
  const known = first && workedOut.get(first);
  if (known?.of.length === parts.length && known.of.every((part, place) => part === parts[place]))
    return known;
  const facts = byKind(parts.flatMap((part) => [...part.facts]));
  const [id, ...others] = ids.filter((one) => store.entries.has(one));
  const entry = id === undefined ? null : workOut(store, [id, ...others], facts);
  const outcome = { of: parts, entry, born: [...facts.account, ...facts.set].sort(compareFacts)[0] ?? null };
  if (first) workedOut.set(first, outcome);
  return outcome;
}

/** Which entries are one, by the ids of all that are. */
function groupsOfSame(store: Store): Map<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const [, { of, body }] of store.same) {
    const read = v.safeParse(same.schema, body);
    if (!read.success) continue;
    const both = [of, read.output.as].flatMap((id) => groups.get(id) ?? [id]);
    const all = [...new Set(both)].sort(compareTexts);
    for (const id of all) groups.set(id, all);
  }
  return groups;
}
