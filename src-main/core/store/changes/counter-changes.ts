import { emptyStore, type Store } from '../facts/store';
import { StoreDraft } from '../facts/store-draft';
import { lastTime } from '../facts/tick';

/** The count for a code, and what has to be known before anybody sees that code. */
export interface Raised {
  /** What the code is made of. */
  readonly count: number;
  /** What is to be joined with the store and written to the vault before the code is shown. */
  readonly news: Store;
}

/**
 * Takes the next count of a counter. The store has the count that nobody has taken yet, so a run that ends between
 * writing and showing skips a count, which a service allows for, and never shows one code twice.
 *
 * @param id of the fact that has the counter
 * @throws RangeError where the counter is at its end: then no code can be shown
 */
export function raiseCounter(store: Store, id: string): Raised {
  const [turn, count] = store.counters.get(id) ?? [0, 0];
  if (count >= lastTime) throw new RangeError('the counter is at its end');
  return { count, news: counterAt(id, turn, count + 1) };
}

/**
 * Sets a counter by hand, forward or back: a new turn begins, and what others raised in an older one no longer counts.
 *
 * @param id of the fact that has the counter
 * @param count that the next code is made of, from 0 to 2^52
 * @returns what is to be joined with the store
 * @throws RangeError where the count is none, or no turn is left
 */
export function setCounter(store: Store, id: string, count: number): Store {
  const [turn] = store.counters.get(id) ?? [0, 0];
  if (!Number.isInteger(count) || count < 0 || count > lastTime) throw new RangeError('this is no count');
  if (turn >= lastTime) throw new RangeError('no turn is left');
  return counterAt(id, turn + 1, count);
}

function counterAt(id: string, turn: number, count: number): Store {
  const draft = new StoreDraft(emptyStore);
  draft.counter(id, [turn, count]);
  return draft.done();
}
