import type { FaultKind } from '#contract/backups';
import type { Kept } from '../../records/backed-up';
import type { OpenFailureKind } from './open-failure';

/** A sealed file that somebody may have made who means ill. */
export interface ForeignFile {
  readonly name: string;
  readonly sealed: Uint8Array;
}

/** Why nothing was taken from a file. */
export interface Refusal {
  readonly name: string;
  readonly why: OpenFailureKind | 'newer' | 'not-latchkey' | 'too-full';
}

/** What was in some files, checked and joined: it fits the limits, and every entry has an id. */
export interface ForeignContents {
  /** What the newest of each computer hold together. */
  readonly accounts: readonly Kept[];
  /** Entries and codes that only older ones hold: with an entry that is in `accounts`, too, come only its other codes and authenticators. */
  readonly older: readonly Kept[];
}

/** Something in a file that is not understood, so that it is left out. Its text stays out of this: it may be a code. */
export interface Fault {
  /** The entry's label as far as it can be read, else empty; and its place from 1 on. */
  readonly label: string;
  readonly entry: number;
  /** The places of the set in the entry and of the code in the set, from 1 on; null where all of it is meant. */
  readonly set: number | null;
  readonly code: number | null;
  /** The place of the authenticator in the entry, from 1 on; null where none is meant. */
  readonly authenticator: number | null;
  readonly what: FaultKind;
}

/** What came of reading some files. */
export interface Foreign {
  /** ForeignContents as JSON: whoever only keeps it for later is not held up by its thousands of codes. */
  readonly contents: string;
  /** How many entries there are, both lists together. */
  readonly entries: number;
  /** The newest of each computer, newest first. */
  readonly sources: readonly { readonly name: string; readonly madeAt: number | null }[];
  /** In the order of the files. */
  readonly refused: readonly Refusal[];
  /** Of the newest alone; the first of them, and how many there are. */
  readonly faults: readonly Fault[];
  readonly faultCount: number;
}

/** Entries that were taken out of files. */
export interface TakenForeign {
  /** Each once, by its id and label here, joined with what is here; with the service that the file has. */
  readonly entries: readonly Kept[];
  /** For each place that was asked for the id of its entry; null where there was no room. */
  readonly ids: readonly (string | null)[];
}
