import type { CodeSet } from '../../records/code-set';

/** At least one. */
export type Group = readonly [CodeSet, ...CodeSet[]];

/**
 * Puts sets together that are one, directly or by way of others: they share a code, or they have the same name, as parts
 * of one set have. A name that stands twice on one side tells nothing.
 *
 * @param sides the sets of one ledger, as each side knows them
 * @returns every set in one group, in the order of the sides
 */
export function groupSets(sides: readonly (readonly CodeSet[])[]): Group[] {
  const all = sides.flat();
  const twice = new Set(sides.flatMap(namedTwice));
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

function namedTwice(sets: readonly CodeSet[]): string[] {
  const names = sets.map(({ name }) => name);
  const first = new Map(names.map((name, place) => [name, place] as const).reverse());
  return names.filter((name, place) => first.get(name) !== place);
}

const keysOf = ({ name, codes }: CodeSet, twice: ReadonlySet<string>): string[] => [
  ...(name === '' || twice.has(name) ? [] : [`name ${name}`]),
  ...codes.map(({ code }) => `code ${code}`),
];
