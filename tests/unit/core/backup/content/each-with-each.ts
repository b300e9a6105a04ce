import type { BackedUp } from '../../../../../src-main/core/records/backed-up';
import type { CodeSet } from '../../../../../src-main/core/records/code-set';

type Fit<T> = (there: T, here: T) => number;

/** How ledgers were matched at first: each with each. The index has to come to the same. */
export function matchEachWithEach(there: readonly BackedUp[], here: readonly BackedUp[]): (number | null)[] {
  return match(there, here, [
    (one, other) => Number(one.id !== null && one.id === other.id),
    (one, other) =>
      one.serviceUrl === other.serviceUrl && (one.serviceUrl !== null || one.label === other.label)
        ? shared(one.sets, other.sets)
        : 0,
    (one, other) => Number(isNamedLike(one, other) && textsOf(one.sets).size === 0),
    (one, other) =>
      Number(isNamedLike(one, other) && one.serviceUrl !== null && textsOf(other.sets).size === 0),
  ]);
}

const isNamedLike = (one: BackedUp, other: BackedUp): boolean =>
  one.label === other.label && one.serviceUrl === other.serviceUrl;

/** Sets that share a code, put together again and again until nothing is left to join: the texts of each group. */
export function groupEachWithEach(sets: readonly CodeSet[]): string[][] {
  let groups = sets.map((set) => textsOf([set]));
  for (let before = -1; before !== groups.length;) {
    before = groups.length;
    groups = groups.reduce<Set<string>[]>((done, group) => {
      const joins = done.find((other) => [...group].some((code) => other.has(code)));
      for (const code of joins ? group : []) joins?.add(code);
      return joins ? done : [...done, group];
    }, []);
  }
  return groups.map((group) => [...group].sort());
}

const textsOf = (sets: readonly CodeSet[]): Set<string> =>
  new Set(sets.flatMap(({ codes }) => codes.map(({ code }) => code)));

function shared(there: readonly CodeSet[], here: readonly CodeSet[]): number {
  const known = textsOf(here);
  return [...textsOf(there)].filter((code) => known.has(code)).length;
}

function match<T>(there: readonly T[], here: readonly T[], ways: readonly Fit<T>[]): (number | null)[] {
  const partners: (number | null)[] = there.map(() => null);
  const taken = new Set<number>();
  for (const fit of ways) {
    const candidates = there.flatMap((one, index) =>
      partners[index] === null
        ? here.flatMap((other, place) => {
            const strength = taken.has(place) ? 0 : fit(one, other);
            return strength > 0 ? [{ index, place, strength }] : [];
          })
        : [],
    );
    for (const { index, place } of candidates.sort((one, other) => other.strength - one.strength)) {
      if (partners[index] !== null || taken.has(place)) continue;
      partners[index] = place;
      taken.add(place);
    }
  }
  return partners;
}
