import type { CodeSet } from '../../records/code-set';
import type { BackedUp } from '../../records/backed-up';

/**
 * Which ledger here belongs to which one in a file: only what is surely the same. The rest stays side by side, for two
 * lists can be made one by hand, and one that was made of two can not be taken apart. No ledger belongs to two. In turn:
 *
 * 1. The one with its id.
 * 2. One at the same service URL that shares codes with it, the more the better; where neither has a service, one of its
 *    name that shares codes. A code alone says nothing: sites hand out eight digits, and lists are called Mail.
 * 3. One of its name at the same service, or both without one, where the file's has no codes; or, at a service URL,
 *    where the one here has none: nothing can be mixed up then.
 *
 * @returns for each ledger of the file its place among those here, or null where it is new
 */
export function matchLedgers(there: readonly BackedUp[], here: readonly BackedUp[]): (number | null)[] {
  const pairs = new Pairs(there, here);
  pairs.byKey(({ id }) => id);
  pairs.byShared((one) => [...codesOf(one.sets)].map((code) => `${siteOf(one)} ${code}`));
  pairs.byKey((one) => (hasCodes(one) ? null : nameOf(one)), nameOf);
  pairs.byKey(
    (one) => (one.serviceUrl === null ? null : nameOf(one)),
    (one) => (hasCodes(one) ? null : nameOf(one)),
  );
  return pairs.partners;
}

/** Where codes belong to, as far as it can be told. */
const siteOf = ({ label, serviceUrl }: BackedUp): string => JSON.stringify(serviceUrl ?? { label });
const nameOf = ({ label, serviceUrl }: BackedUp): string => JSON.stringify([label, serviceUrl]);
const hasCodes = ({ sets }: BackedUp): boolean => sets.some(({ codes }) => codes.length > 0);

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

  /** Pairs what has the same key, in order. Null is no key. @param keyHere the same, unless it is said */
  byKey(keyOf: (one: T) => string | null, keyHere: (one: T) => string | null = keyOf): void {
    const waiting = this.#places(this.#here, this.#isTaken, (one) => {
      const key = keyHere(one);
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
  byShared(keysOf: (one: T) => readonly string[]): void {
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
