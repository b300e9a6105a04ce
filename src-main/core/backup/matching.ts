import type { CodeSet } from '../ledger';
import type { BackedUp } from './document';

/** How well two things fit: 0 not at all. */
type Fit<T> = (there: T, here: T) => number;

/**
 * Which ledger here belongs to which one in a file: the one with its id; else one that shares codes with it, the more
 * the better; else one of its name at the same service. No ledger belongs to two.
 *
 * @returns for each ledger of the file its place among those here, or null where it is new
 */
export const matchLedgers = (there: readonly BackedUp[], here: readonly BackedUp[]): (number | null)[] => {
  const texts = new Map([...there, ...here].map((one) => [one, codesOf(one.sets)]));
  return match(there, here, [
    (one, other) => Number(one.id !== null && one.id === other.id),
    (one, other) => shared(texts.get(one), texts.get(other)),
    (one, other) => Number(one.label === other.label && one.serviceUrl === other.serviceUrl),
  ]);
};

/** The same for the sets of one ledger: by the codes that they share, else by name. */
export const matchSets = (there: readonly CodeSet[], here: readonly CodeSet[]): (number | null)[] =>
  match(there, here, [
    (one, other) => shared(codesOf([one]), codesOf([other])),
    (one, other) => Number(one.name !== '' && one.name === other.name),
  ]);

/** The texts of all codes of some sets. */
export const codesOf = (sets: readonly CodeSet[]): Set<string> =>
  new Set(sets.flatMap(({ codes }) => codes.map(({ code }) => code)));

const shared = (there: ReadonlySet<string> = new Set(), here: ReadonlySet<string> = new Set()): number =>
  [...there].filter((code) => here.has(code)).length;

/** The best fits first, one way after the other, so that the outcome does not hang on a weak likeness. */
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
