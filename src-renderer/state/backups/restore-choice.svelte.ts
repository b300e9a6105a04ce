import type { PreviewLedger } from '#contract/backups';
import { SvelteSet } from 'svelte/reactivity';
import { labelSearch } from '../../words/label-search';

/** A row of what was opened, by its place there. */
export interface PlacedLedger {
  readonly ledger: PreviewLedger;
  readonly place: number;
}

/** The rows of what was opened, by what is to be done with them. */
export interface RestoreGroups {
  readonly differing: readonly PlacedLedger[];
  readonly fresh: readonly PlacedLedger[];
  readonly same: readonly PlacedLedger[];
  readonly older: readonly PlacedLedger[];
  readonly onlyHere: readonly PlacedLedger[];
}

/** As many rows as are seen at a glance stand open, and need no search. */
const glance = 5;
const searchableFrom = 9;

/** Which rows of what was opened shall be taken. */
export class RestoreChoice {
  readonly groups: RestoreGroups;
  /** The places of those that shall be taken. */
  readonly taken = new SvelteSet<number>();
  /** The groups that can be folded, and stand open. */
  readonly #open = new SvelteSet<readonly PlacedLedger[]>();
  /** What is typed into the search field. */
  search = $state('');
  /** There are so many rows that one is looked for. */
  readonly isSearchable: boolean;
  readonly #finds = $derived(labelSearch(this.search));
  readonly isSearching = $derived(this.search.trim() !== '');
  /** Lists that are taken, and codes that come with them. */
  readonly sum = $derived.by(() => {
    let codes = 0;
    for (const place of this.taken) codes += this.#rows[place]?.codesOnlyThere ?? 0;
    return { lists: this.taken.size, codes };
  });

  readonly #rows: readonly PreviewLedger[];

  /** Proposes to take what is not here. What only an older backup holds was perhaps removed on purpose. */
  constructor(rows: readonly PreviewLedger[]) {
    this.#rows = rows;
    const placed = rows.map((ledger, place) => ({ ledger, place }));
    const of = (kind: PreviewLedger['kind']): PlacedLedger[] =>
      placed.filter(({ ledger }) => ledger.kind === kind && !ledger.isOlder);
    this.groups = {
      differing: of('differs'),
      fresh: of('only-there'),
      same: of('same'),
      older: placed.filter(({ ledger }) => ledger.isOlder),
      onlyHere: of('only-here'),
    };
    const { differing, fresh } = this.groups;
    for (const { place } of [...differing, ...fresh]) this.taken.add(place);
    if (fresh.length <= glance) this.#open.add(fresh);
    this.isSearchable = rows.length - this.groups.onlyHere.length >= searchableFrom;
  }

  /** All that can be taken: what is the same here brings nothing. */
  get takeable(): readonly PlacedLedger[] {
    const { differing, fresh, older } = this.groups;
    return [...differing, ...fresh, ...older.filter(({ ledger }) => ledger.kind !== 'same')];
  }

  toggle(place: number): void {
    if (!this.taken.delete(place)) this.taken.add(place);
  }

  /** How many rows fit what is searched for. */
  get found(): number {
    return this.#rows.filter((row) => this.isFound(row)).length;
  }

  /** Whether a row fits what is searched for; every one does where nothing is. */
  isFound({ label, user }: PreviewLedger): boolean {
    return this.#finds(`${label} ${user}`);
  }

  /** Whether the rows of a group stand one by one. */
  isOpen(rows: readonly PlacedLedger[]): boolean {
    return this.#open.has(rows);
  }

  /** Folds the rows of a group, or opens them. */
  fold(rows: readonly PlacedLedger[], isFolded: boolean): void {
    if (isFolded) this.#open.delete(rows);
    else this.#open.add(rows);
  }

  /** How many of some rows are taken. */
  countOf(rows: readonly PlacedLedger[]): number {
    return rows.filter(({ place }) => this.taken.has(place)).length;
  }

  /** Takes all of some rows, or none. */
  take(rows: readonly PlacedLedger[], all: boolean): void {
    for (const { place } of rows) {
      if (all) this.taken.add(place);
      else this.taken.delete(place);
    }
  }
}
