import type { Random } from '../../ports/random';
import { newFactId } from '../facts/fact-id';
import type { Bodies } from '../kinds/kinds';
import { keyOf, type LatestValues } from '../kinds/latest-keys';
import { type Counter, emptyStore, type Store } from '../facts/store';
import { StoreDraft } from '../facts/store-draft';
import { type Actor, type Tick, ticksOf } from '../facts/tick';

/** Who changes something. */
export interface Author extends Actor {
  readonly random: Random;
}

/** What a change adds to a store: a small store of its own, to be joined with it and sent to other computers. */
export class News {
  readonly tick: () => Tick;
  readonly computer: string;
  readonly #random: Random;
  readonly #draft = new StoreDraft(emptyStore);

  constructor(store: Store, author: Author) {
    this.tick = ticksOf(store, author);
    this.computer = author.computer;
    this.#random = author.random;
  }

  /** Says something of an entry. @returns the new fact's id */
  fact(of: string, body: Bodies[keyof Bodies]): string {
    const id = newFactId(this.#random);
    this.#draft.fact(id, { of, tick: this.tick(), body: { ...body } });
    return id;
  }

  /** Takes facts away that were seen. */
  goes(facts: readonly { readonly id: string }[]): void {
    for (const { id } of facts) this.#draft.goes(id);
  }

  /** Says the same of each of some ids, at once. @param ids all that are one */
  ofEach<Name extends keyof LatestValues>(
    name: Name,
    ids: readonly string[],
    value: LatestValues[Name],
  ): void {
    const tick = this.tick();
    for (const id of ids) this.latest(name, id, value, tick);
  }

  /** @param tick of the change, where it is not the next one */
  latest<Name extends keyof LatestValues>(
    name: Name,
    id: string,
    value: LatestValues[Name],
    tick: Tick = this.tick(),
  ): void {
    this.#draft.latest(keyOf(name, id), { value, tick });
  }

  /** Counts from here. @param id of the fact that has the counter */
  counter(id: string, counter: Counter): void {
    this.#draft.counter(id, counter);
  }

  done(): Store {
    return this.#draft.done();
  }
}
