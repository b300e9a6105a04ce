import type { CodeSet } from '../../records/code-set';

/** At least one. */
export type Group = readonly [CodeSet, ...CodeSet[]];

/**
 * Puts sets together that are one, directly or by way of others: they have the same id, they share a code, or they have
 * the same name, as parts of one set have. An id or a name that stands twice on one side tells nothing.
 *
 * @param sides the sets of one ledger, as each side knows them
 * @returns every set in one group, in the order of the sides
 */
export function groupSets(sides: readonly (readonly CodeSet[])[]): Group[] {
  const all = sides.flat();
  const twice = new Set(sides.flatMap(keyedTwice));
  const links = all.map((_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    for (let next = links[root]; next !== undefined && next !== root; next = links[root]) {
      // Each way is cut short as it is gone, for a stranger's file may hold one link after the other.
      links[root] = links[next] ?? next;
      root = next;
    }
    return root;
  };
  const known = new Map<string, number>();
  all.forEach((set, place) => {
    for (const key of keysOf(set, twice)) {
      const before = rootOf(known.get(key) ?? place);
      const here = rootOf(place);
      links[Math.max(before, here)] = Math.min(before, here);
      known.set(key, place);
    }
  });
  const groups = new Map<number, [CodeSet, ...CodeSet[]]>();
  all.forEach((set, place) => {
    const group = groups.get(rootOf(place));
    if (group) group.push(set);
    else groups.set(place, [set]);
  });
  return [...groups.values()];
}

function keyedTwice(sets: readonly CodeSet[]): string[] {
  const keys = sets.flatMap(ownKeysOf);
  const first = new Map(keys.map((key, place) => [key, place] as const).reverse());
  return keys.filter((key, place) => first.get(key) !== place);
}

/** What only one set of a side should be known by. */
const ownKeysOf = ({ id, name }: CodeSet): string[] => [
  ...(id === undefined ? [] : [`id ${id}`]),
  ...(name === '' ? [] : [`name ${name}`]),
];

const keysOf = (set: CodeSet, twice: ReadonlySet<string>): string[] => [
  ...ownKeysOf(set).filter((key) => !twice.has(key)),
  ...set.codes.map(({ code }) => `code ${code}`),
];
