const places = 256;

type Bucket<Value> = ReadonlyMap<string, Value>;

const nothing: Bucket<never> = new Map<string, never>();

/**
 * A map that never changes, and of which a changed one costs what was changed: both share all else. Which order its
 * entries have says nothing.
 */
export class SharedMap<Value> {
  readonly size: number;
  readonly #buckets: readonly Bucket<Value>[];

  constructor(buckets: readonly Bucket<Value>[] = new Array<Bucket<Value>>(places).fill(nothing), size = 0) {
    this.#buckets = buckets;
    this.size = size;
  }

  get(key: string): Value | undefined {
    return this.#buckets[placeOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#buckets[placeOf(key)]?.has(key) ?? false;
  }

  *[Symbol.iterator](): Generator<readonly [string, Value]> {
    for (const bucket of this.#buckets) if (bucket.size > 0) yield* bucket;
  }

  /**
   * The keys that do not have the very same value in both, those of one alone among them; in no order. Costs what was
   * changed between the two.
   */
  differing(other: SharedMap<Value>): string[] {
    const keys: string[] = [];
    this.#buckets.forEach((bucket, place) => {
      const there = other.#buckets[place] ?? nothing;
      if (there === bucket) return;
      for (const [key, value] of bucket) if (there.get(key) !== value || !there.has(key)) keys.push(key);
      for (const key of there.keys()) if (!bucket.has(key)) keys.push(key);
    });
    return keys;
  }

  /** Begins a changed one. */
  edit(): MapDraft<Value> {
    return new MapDraft(this, this.#buckets);
  }
}

/** A map that is being changed; the one that it was begun with stays as it is. */
class MapDraft<Value> {
  readonly #before: SharedMap<Value>;
  readonly #buckets: Bucket<Value>[];
  readonly #own = new Map<number, Map<string, Value>>();
  #size: number;

  constructor(before: SharedMap<Value>, buckets: readonly Bucket<Value>[]) {
    this.#before = before;
    this.#buckets = [...buckets];
    this.#size = before.size;
  }

  get(key: string): Value | undefined {
    return this.#buckets[placeOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#buckets[placeOf(key)]?.has(key) ?? false;
  }

  set(key: string, value: Value): void {
    if (!this.has(key)) this.#size += 1;
    this.#bucket(key).set(key, value);
  }

  delete(key: string): void {
    if (!this.has(key)) return;
    this.#size -= 1;
    this.#bucket(key).delete(key);
  }

  /** The changed map; the very one that it was begun with where nothing was changed. */
  done(): SharedMap<Value> {
    return this.#own.size === 0 ? this.#before : new SharedMap(this.#buckets, this.#size);
  }

  #bucket(key: string): Map<string, Value> {
    const place = placeOf(key);
    const own = this.#own.get(place) ?? new Map(this.#buckets[place]);
    this.#own.set(place, own);
    this.#buckets[place] = own;
    return own;
  }
}

/** FNV-1a, cut to the number of places. */
function placeOf(key: string): number {
  let sum = 0x811c9dc5;
  for (let place = 0; place < key.length; place += 1) {
    sum = Math.imul(sum ^ key.charCodeAt(place), 0x01000193);
  }
  return (sum ^ (sum >>> 15)) & (places - 1);
}
