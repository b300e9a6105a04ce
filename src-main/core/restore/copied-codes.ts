import type { Kept } from '../records/backed-up';
import type { TakenForeign } from '../ports/sealing/foreign';

/**
 * The codes that were copied out of a file before it was restored from. Nobody knows whether they were used, so that they
 * come as perhaps used; what is not restored is noted nowhere.
 */
export class CopiedCodes {
  /** By the place of their entry: each code with the time of the copy. */
  readonly #copied = new Map<number, Map<string, number>>();

  /** @param at epoch milliseconds */
  note(place: number, code: string, at: number): void {
    const codes = this.#copied.get(place) ?? new Map<string, number>();
    this.#copied.set(place, codes.set(code, at));
  }

  forget(): void {
    this.#copied.clear();
  }

  /**
   * What is taken, with that noted.
   *
   * @param places that were asked for, in the order of `ids`
   */
  noted({ entries, ids }: TakenForeign, places: readonly number[]): readonly Kept[] {
    const byId = new Map(
      places.flatMap((place, order) => {
        const [id, codes] = [ids[order], this.#copied.get(place)];
        return typeof id === 'string' && codes ? [[id, codes] as const] : [];
      }),
    );
    return entries.map((one) => {
      const codes = byId.get(one.id);
      return codes ? withCopied(one, codes) : one;
    });
  }
}

const withCopied = (entry: Kept, copied: ReadonlyMap<string, number>): Kept => ({
  ...entry,
  sets: entry.sets.map((set) => ({
    ...set,
    codes: set.codes.map((one) => {
      const at = copied.get(one.code);
      return at === undefined || one.state !== 'unused' ? one : { ...one, state: 'perhaps-used', at };
    }),
  })),
});
