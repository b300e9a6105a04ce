import type { Store } from './store';

/**
 * Which entries have other facts, latest values or counters in one store than in the other, those that only one of them
 * has among them. Of entries that are one by a person's yes, only those parts are named that are others themselves: `idsOf` knows
 * all ids that one stands for.
 *
 * Costs what was changed between the two, where one was made of the other.
 *
 * @returns their ids, each once and in no order
 */
export const changedEntries = (before: Store, after: Store): readonly string[] =>
  before.entries.differing(after.entries);
