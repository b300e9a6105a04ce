import type { Ledger } from '../../../../src-main/core/records/ledger-record';
import { emptyLedger } from '../../../../src-main/core/recovery-codes/ledger';
import { authenticatorChanges } from '../../../../src-main/core/store/changes/authenticator-changes';
import { type Described, entryChanges } from '../../../../src-main/core/store/changes/entry-changes';
import { ledgerChanges } from '../../../../src-main/core/store/changes/ledger-changes';
import { type Removed, removal } from '../../../../src-main/core/store/changes/removal';
import { apartAgain, oneOf } from '../../../../src-main/core/store/changes/same-changes';
import { tagChanges } from '../../../../src-main/core/store/changes/tag-changes';
import type { Authenticator, Entry } from '../../../../src-main/core/store/view/entry';
import { join } from '../../../../src-main/core/store/facts/join';
import { emptyStore, type Store } from '../../../../src-main/core/store/facts/store';
import { entryOf, viewOf } from '../../../../src-main/core/store/view/view';
import { DrawnRandom } from './drawn-random';

/** An entry's id. */
export const entryId = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** One computer: its store, its clock, and what a person does there. */
export class Computer {
  store: Store = emptyStore;
  now: number;
  id: string;
  readonly random: DrawnRandom;

  constructor(number: number, now = 1_000) {
    this.id = number.toString(16).padStart(16, '0');
    this.now = now;
    this.random = new DrawnRandom(number * 7919);
  }

  entry(id: string): Entry | null {
    return entryOf(this.store, id);
  }

  ledger(id: string): Ledger {
    return this.entry(id)?.ledger ?? emptyLedger(id, 'Mail');
  }

  view(): readonly Entry[] {
    return viewOf(this.store);
  }

  /** @param seen what the person saw, where it is not what there is now */
  change(id: string, how: (ledger: Ledger) => Ledger, seen = this.entry(id)): void {
    const before = seen?.ledger ?? null;
    const after = how(before ?? emptyLedger(id, 'Mail'));
    this.#add(ledgerChanges(this.store, before, after, this.#author, 'listed'));
  }

  describe(id: string, differs: Partial<Described>, seen = this.entry(id)): void {
    const usual = {
      user: '',
      note: '',
      pinned: false,
      archived: null,
      serviceUrl: null,
      tokenPrefix: '' as const,
    };
    const after = { id, label: 'Mail', inDoubt: false, ...usual, ...seen, ...differs };
    this.#add(entryChanges(this.store, seen, after, this.#author));
  }

  remove(seen: Entry, what: Removed = 'whole'): void {
    this.#add(removal(this.store, seen, what, this.#author));
  }

  unite(one: string, other: string): void {
    this.#add(oneOf(this.store, one, other, this.#author));
  }

  part(id: string): void {
    this.#add(apartAgain(this.store, id, this.#author));
  }

  tag(seen: Entry, tags: readonly string[]): void {
    this.#add(tagChanges(this.store, seen.tags, { id: seen.id, tags }, this.#author));
  }

  authenticators(id: string, before: readonly Authenticator[], after: readonly Authenticator[]): void {
    this.#add(authenticatorChanges(this.store, before, { id, authenticators: after }, this.#author));
  }

  hears(store: Store): void {
    this.store = join(this.store, store);
  }

  get #author() {
    return { computer: this.id, now: this.now, random: this.random };
  }

  #add(news: Store): void {
    this.store = join(this.store, news);
  }
}

/** Both know all that either knows. */
export function exchange(...computers: readonly Computer[]): void {
  for (const one of computers) for (const other of computers) one.hears(other.store);
  for (const one of computers) for (const other of computers) one.hears(other.store);
}
