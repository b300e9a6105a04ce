import type { Known } from '../kinds/kinds';
import type { SetBody } from '../kinds/set';
import { lastOf, valueOf } from '../kinds/latest-keys';
import type { Latest, Store } from '../facts/store';
import { compareTexts, compareTicks } from '../facts/tick';

/** Set facts that are one set, for each shares a code with another of them. */
export interface SetGroup {
  /** Of its earliest fact. */
  readonly id: string;
  /** The earlier first. */
  readonly facts: readonly Known<SetBody>[];
  readonly codes: readonly string[];
  readonly name: string;
  readonly listed: Latest | undefined;
  readonly fetchedAt: number;
  /** When another took its place: null where it was said that nobody knows, undefined where nobody said anything. */
  readonly replacedAt: number | null | undefined;
}

/**
 * The sets of an entry, the current one first, then those that were listed last. Those that share a code are one,
 * whatever others lie between them: pairs would give another answer with each order in which they come.
 *
 * @param facts the earlier first
 */
export function groupsOf(store: Store, facts: readonly Known<SetBody>[]): SetGroup[] {
  const groups = connected(facts, ({ body }) => body.codes).map((group) => groupOf(store, group));
  return groups.sort(compareGroups);
}

function groupOf(store: Store, facts: readonly Known<SetBody>[]): SetGroup {
  const ids = facts.map(({ id }) => id);
  const listed = lastOf(store, 'listed', ids);
  const replaced = lastOf(store, 'replaced', ids);
  const isSaid = replaced !== undefined && (!listed || compareTicks(replaced.tick, listed.tick) > 0);
  return {
    id: ids[0] ?? '',
    facts,
    codes: [...new Set(facts.flatMap(({ body }) => body.codes))],
    name: facts.find(({ body }) => body.name !== '')?.body.name ?? '',
    listed,
    fetchedAt: valueOf(store, 'listed', ids) ?? 0,
    replacedAt: isSaid ? valueOf(store, 'replaced', ids) : undefined,
  };
}

const never = [-1, ''] as const;

const compareGroups = (one: SetGroup, other: SetGroup): number =>
  compareTicks(other.listed?.tick ?? never, one.listed?.tick ?? never) || compareTexts(one.id, other.id);

/** Puts together what shares a code, over any number of steps. What has no code stands alone. Keeps the order. */
export function connected<One>(all: readonly One[], codesOf: (one: One) => readonly string[]): One[][] {
  const groups = new Map<string, number[]>();
  const alone: number[][] = [];
  all.forEach((one, place) => {
    const codes = codesOf(one);
    const touched = new Set(
      codes.flatMap((code) => [groups.get(code) ?? []]).filter(({ length }) => length > 0),
    );
    const group = [...touched].flat().concat(place);
    if (codes.length === 0) alone.push(group);
    for (const member of group) {
      const which = all[member];
      for (const code of which === undefined ? [] : codesOf(which)) groups.set(code, group);
    }
  });
  return [...new Set(groups.values()), ...alone].map((group) =>
    group.sort((one, other) => one - other).flatMap((place) => all.slice(place, place + 1)),
  );
}
