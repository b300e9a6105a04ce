import { compareTexts, compareTicks } from './tick';
import type { Counter, EntryFacts, Fact, Latest, Store } from './store';

/**
 * A store that takes something in. Each thing is taken by a rule that hangs neither on the order nor on how often it
 * comes, so that whoever knows the same has the same store.
 */
export class StoreDraft {
  readonly #facts;
  readonly #gone;
  readonly #latest;
  readonly #counters;
  readonly #entries;
  readonly #same;
  readonly #own = new Map<string, Map<string, Fact>>();
  #time: number;

  constructor(before: Store) {
    this.#facts = before.facts.edit();
    this.#gone = before.gone.edit();
    this.#latest = before.latest.edit();
    this.#counters = before.counters.edit();
    this.#entries = before.entries.edit();
    this.#same = before.same.edit();
    this.#time = before.time;
  }

  /** Takes a fact, unless it is gone. Where one with its id says something else, the larger text stays. */
  fact(id: string, fact: Fact): void {
    this.#see(fact.tick[0]);
    if (this.#gone.has(id)) return;
    const known = this.#facts.get(id);
    if (known === fact || (known && compareJson(known, fact) >= 0)) return;
    if (known) this.#take(id, known);
    this.#facts.set(id, fact);
    this.#entry(fact.of).set(id, fact);
    if (fact.body.kind === 'same') this.#same.set(id, fact);
  }

  /** Drops a fact, and will never take it again. */
  goes(id: string): void {
    if (this.#gone.has(id)) return;
    this.#gone.set(id, true);
    const known = this.#facts.get(id);
    if (!known) return;
    this.#facts.delete(id);
    this.#take(id, known);
  }

  /** Takes a value: the later tick stays; with equal ticks the larger text. */
  latest(key: string, value: Latest): void {
    this.#see(value.tick[0]);
    const known = this.#latest.get(key);
    if (known === value) return;
    if (known && (compareTicks(known.tick, value.tick) || compareJson(known, value)) >= 0) return;
    this.#latest.set(key, value);
    const owner = key.slice(key.indexOf(':') + 1);
    this.#entry(this.#facts.get(owner)?.of ?? owner);
  }

  /** Takes a counter: the larger turn stays; in one turn the larger count. */
  counter(id: string, [turn, count]: Counter): void {
    const known = this.#counters.get(id);
    if (known && (known[0] - turn || known[1] - count) >= 0) return;
    this.#counters.set(id, [turn, count]);
    const owner = this.#facts.get(id)?.of;
    if (owner !== undefined) this.#entry(owner);
  }

  /** Has seen a time. */
  #see(time: number): void {
    this.#time = Math.max(this.#time, time);
  }

  /** @param time the largest that another store has seen */
  done(time = 0): Store {
    this.#see(time);
    for (const [id, facts] of this.#own) {
      if (facts.size > 0) this.#entries.set(id, { facts } satisfies EntryFacts);
      else this.#entries.delete(id);
    }
    return {
      facts: this.#facts.done(),
      gone: this.#gone.done(),
      latest: this.#latest.done(),
      counters: this.#counters.done(),
      time: this.#time,
      entries: this.#entries.done(),
      same: this.#same.done(),
    };
  }

  #take(id: string, { of }: Fact): void {
    this.#entry(of).delete(id);
    this.#same.delete(id);
  }

  /** The facts of an entry, to be changed: whoever asks for them makes the entry another one. */
  #entry(of: string): Map<string, Fact> {
    const own = this.#own.get(of) ?? new Map(this.#entries.get(of)?.facts);
    this.#own.set(of, own);
    return own;
  }
}

const compareJson = (one: unknown, other: unknown): number =>
  compareTexts(JSON.stringify(one), JSON.stringify(other));
