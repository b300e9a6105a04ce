import type { CodeSet } from '../../records/ledger-record';
import type { BackedUp } from '../../records/backed-up';

/**
 * Which ledger here belongs to which one in a file: the one with its id; else one that shares codes with it, the more
 * the better; else one of its name at the same service. No ledger belongs to two.
 *
 * @returns for each ledger of the file its place among those here, or null where it is new
 */
export function matchLedgers(there: readonly BackedUp[], here: readonly BackedUp[]): (number | null)[] {
  const pairs = new Pairs(there, here);
  pairs.byKey(({ id }) => id);
  pairs.byShared(({ sets }) => codesOf(sets));
  pairs.byKey(({ label, serviceUrl }) => JSON.stringify([label, serviceUrl]));
  return pairs.partners;
}

/** The same for the sets of one ledger: by the codes that they share, else by name. */
export function matchSets(there: readonly CodeSet[], here: readonly CodeSet[]): (number | null)[] {
  const pairs = new Pairs(there, here);
  pairs.byShared((set) => codesOf([set]));
  pairs.byKey(({ name }) => (name === '' ? null : name));
  return pairs.partners;
}

/** The texts of all codes of some sets. */
export const codesOf = (sets: readonly CodeSet[]): Set<string> =>
  new Set(sets.flatMap(({ codes }) => codes.map(({ code }) => code)));

/**
 * A code that stands in more places than this, on either side, tells nothing of what belongs together. It bounds the
 * work: a stranger's file may repeat one code in every ledger.
 */
export const tooCommon = 8;

/**
 * Pairs of there and here, the best fits first and one way after the other, so that the outcome does not hang on a weak
 * likeness. By an index of the places, for to compare each with each took minutes for a file that was made for it.
 */
class Pairs<T> {
  readonly partners: (number | null)[];
  readonly #there: readonly T[];
  readonly #here: readonly T[];
  readonly #taken = new Set<number>();

  constructor(there: readonly T[], here: readonly T[]) {
    this.#there = there;
    this.#here = here;
    this.partners = there.map(() => null);
  }

  /** Pairs what has the same key, in order. Null is no key. */
  byKey(keyOf: (one: T) => string | null): void {
    const waiting = this.#places(this.#here, this.#isTaken, (one) => {
      const key = keyOf(one);
      return key === null ? [] : [key];
    });
    for (const places of waiting.values()) places.reverse();
    this.#there.forEach((one, index) => {
      const key = this.#isPaired(index) ? null : keyOf(one);
      const place = key === null ? undefined : waiting.get(key)?.pop();
      if (place !== undefined) this.#pair(index, place);
    });
  }

  /** Pairs what shares keys, the more the earlier. */
  byShared(keysOf: (one: T) => ReadonlySet<string>): void {
    const where = this.#places(this.#here, this.#isTaken, keysOf);
    const whence = this.#places(this.#there, this.#isPaired, keysOf);
    /** By how many keys two share. */
    const shares = new Map<number, (readonly [index: number, place: number])[]>();
    this.#there.forEach((one, index) => {
      if (this.#isPaired(index)) return;
      const strengths = new Map<number, number>();
      for (const key of keysOf(one)) {
        const places = where.get(key) ?? [];
        if (places.length > tooCommon || (whence.get(key)?.length ?? 0) > tooCommon) continue;
        for (const place of places) strengths.set(place, (strengths.get(place) ?? 0) + 1);
      }
      for (const [place, strength] of [...strengths].sort(([one], [other]) => one - other)) {
        const alike = shares.get(strength) ?? [];
        alike.push([index, place]);
        shares.set(strength, alike);
      }
    });
    for (const strength of [...shares.keys()].sort((one, other) => other - one)) {
      for (const [index, place] of shares.get(strength) ?? []) this.#pair(index, place);
    }
  }

  readonly #isTaken = (place: number): boolean => this.#taken.has(place);
  readonly #isPaired = (index: number): boolean => this.partners[index] !== null;

  /** Where each key stands, in order. */
  #places(
    all: readonly T[],
    isOut: (place: number) => boolean,
    keysOf: (one: T) => Iterable<string>,
  ): Map<string, number[]> {
    const places = new Map<string, number[]>();
    all.forEach((one, place) => {
      if (isOut(place)) return;
      for (const key of keysOf(one)) {
        const known = places.get(key);
        if (known) known.push(place);
        else places.set(key, [place]);
      }
    });
    return places;
  }

  #pair(index: number, place: number): void {
    if (this.#isPaired(index) || this.#isTaken(place)) return;
    this.partners[index] = place;
    this.#taken.add(place);
  }
}
