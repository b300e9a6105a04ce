import { SharedMap } from './shared-map';
import type { Tick } from './tick';

/** One thing that is known. It has an id of its own and never changes: what changes is another fact. */
export interface Fact {
  /** The entry that it is about. */
  readonly of: string;
  readonly tick: Tick;
  /** What it says. A kind that this version does not know is kept as it is. */
  readonly body: { readonly kind: string } & Readonly<Record<string, unknown>>;
}

/** What there is one value of: the one with the latest tick. */
export interface Latest {
  readonly value: unknown;
  readonly tick: Tick;
}

/** A counter: setting it by hand begins another turn, so that a person can set it back. */
export type Counter = readonly [turn: number, count: number];

/** The live facts of one entry. It is another object as soon as anything that the entry hangs on is another. */
export interface EntryFacts {
  readonly facts: ReadonlyMap<string, Fact>;
}

/** All that is known, as several computers share it; docs of each map stand in join.ts. It never changes. */
export interface Store {
  readonly facts: SharedMap<Fact>;
  /** Ids of facts that were removed or replaced, by whoever had seen them. */
  readonly gone: SharedMap<true>;
  readonly latest: SharedMap<Latest>;
  readonly counters: SharedMap<Counter>;
  /** The largest time of all ticks that were seen. It follows from the maps. */
  readonly time: number;
  /** The facts by entry; it follows from the maps. */
  readonly entries: SharedMap<EntryFacts>;
  /** The facts that say that two entries are one; it follows from the maps. */
  readonly same: SharedMap<Fact>;
}

export const emptyStore: Store = {
  facts: new SharedMap(),
  gone: new SharedMap(),
  latest: new SharedMap(),
  counters: new SharedMap(),
  time: 0,
  entries: new SharedMap(),
  same: new SharedMap(),
};
