import type { BackedUp } from '../../../../../src-main/core/records/backed-up';
import type { CodeSet } from '../../../../../src-main/core/records/ledger-record';

type Fit<T> = (there: T, here: T) => number;

/** How ledgers and sets were matched at first: each with each. The index has to come to the same. */
export function matchEachWithEach(there: readonly BackedUp[], here: readonly BackedUp[]): (number | null)[] {
  return match(there, here, [
    (one, other) => Number(one.id !== null && one.id === other.id),
    (one, other) => shared(one.sets, other.sets),
    (one, other) => Number(one.label === other.label && one.serviceUrl === other.serviceUrl),
  ]);
}

export const matchSetsEachWithEach = (
  there: readonly CodeSet[],
  here: readonly CodeSet[],
): (number | null)[] =>
  match(there, here, [
    (one, other) => shared([one], [other]),
    (one, other) => Number(one.name !== '' && one.name === other.name),
  ]);

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
