import type { Store } from './store';
import { StoreDraft } from './store-draft';

/**
 * All that two stores know. It is the same in whatever order, grouping and number stores are joined, and nothing is
 * dropped for want of room: limits are for what people enter.
 *
 * Costs what the smaller one holds.
 */
export function join(one: Store, other: Store): Store {
  if (one === other) return one;
  const [large, small] = sizeOf(one) >= sizeOf(other) ? [one, other] : [other, one];
  const draft = new StoreDraft(large);
  for (const [id] of small.gone) draft.goes(id);
  for (const [id, fact] of small.facts) draft.fact(id, fact);
  for (const [key, value] of small.latest) draft.latest(key, value);
  for (const [id, counter] of small.counters) draft.counter(id, counter);
  return draft.done(small.time);
}

const sizeOf = ({ facts, gone, latest, counters }: Store): number =>
  facts.size + gone.size + latest.size + counters.size;
