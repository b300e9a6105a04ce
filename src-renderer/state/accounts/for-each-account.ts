/** One of something for each account that was looked at: an answer may still be on its way to one that is not. */
export class ForEachAccount<T> {
  readonly #make: (accountId: string) => T;
  readonly #known = new Map<string, T>();

  constructor(make: (accountId: string) => T) {
    this.#make = make;
  }

  of(accountId: string): T {
    const known = this.#known.get(accountId) ?? this.#make(accountId);
    this.#known.set(accountId, known);
    return known;
  }

  get all(): readonly T[] {
    return [...this.#known.values()];
  }
}
