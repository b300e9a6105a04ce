import type { Entry } from './entry';
import { byKind, compareFacts, keptAliveBy, type Known } from '../kinds/kinds';
import type { EntryFacts, Store } from '../facts/store';
import { workOut } from './work-out';

/** What the facts of one entry come to. */
interface Outcome {
  /** The facts of all entries that are one, this one's among them. */
  readonly of: readonly EntryFacts[];
  readonly entry: Entry | null;
}

/** What was worked out of the facts of an entry. Whatever changes the entry makes these another object. */
const workedOut = new WeakMap<EntryFacts, Outcome>();

/** The first fact that keeps each entry alive. */
const firstFacts = new WeakMap<Entry, Known>();

/** The entry that some ids stand for; null where there is none. @param ids all that are one, the smallest first */
export function outcomeOf(store: Store, ids: readonly string[]): Entry | null {
  const parts = partsOf(store, ids);
  const [first] = parts;
  const known = first && workedOut.get(first);
  if (known?.of.length === parts.length && known.of.every((part, place) => part === parts[place])) {
    return known.entry;
  }
  const entry = worked(store, ids, parts);
  if (first) workedOut.set(first, { of: parts, entry });
  return entry;
}

/** What is known of each of some ids. */
export const partsOf = (store: Store, ids: readonly string[]): EntryFacts[] =>
  ids.flatMap((id) => store.entries.get(id) ?? []);

/** Orders entries: those that came to be known earlier come first. */
export function compareEntries(one: Entry, other: Entry): number {
  const [first, second] = [firstFacts.get(one), firstFacts.get(other)];
  return first && second ? compareFacts(first, second) : 0;
}

function worked(store: Store, ids: readonly string[], parts: readonly EntryFacts[]): Entry | null {
  const facts = byKind(parts.flatMap((part) => [...part.facts]));
  const [born] = keptAliveBy(facts);
  const [id, ...others] = ids.filter((one) => store.entries.has(one));
  if (!born || id === undefined) return null;
  const entry = workOut(store, [id, ...others], facts);
  firstFacts.set(entry, born);
  return entry;
}
