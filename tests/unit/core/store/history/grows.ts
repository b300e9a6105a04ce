import { expect } from 'vitest';
import type { Store } from '../../../../../src-main/core/store/facts/store';
import { compareTicks } from '../../../../../src-main/core/store/facts/tick';

/** Fails unless a store has all that it had: facts but those that are named as gone, and nothing older than before. */
export function grows(before: Store, after: Store): void {
  const lost = [
    ...[...before.facts].filter(([id]) => !after.facts.has(id) && !after.gone.has(id)).map(([id]) => id),
    ...[...before.gone].filter(([id]) => !after.gone.has(id) || after.facts.has(id)).map(([id]) => id),
    ...[...before.latest]
      .filter(([key, { tick }]) => compareTicks(after.latest.get(key)?.tick ?? [-1, ''], tick) < 0)
      .map(([key]) => key),
    ...[...before.counters]
      .filter(([id, [turn, count]]) => {
        const [turnAfter, countAfter] = after.counters.get(id) ?? [-1, -1];
        return turnAfter < turn || (turnAfter === turn && countAfter < count);
      })
      .map(([id]) => id),
  ];
  expect(lost).toEqual([]);
}
