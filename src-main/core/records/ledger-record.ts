import type { CodeState } from '#contract/snapshot';

/** A single-use code, and what became of it. */
export interface RecoveryCode {
  readonly code: string;
  readonly state: CodeState;
  /** When it came into that state, in epoch milliseconds; null while it is unused. */
  readonly at: number | null;
  readonly note: string;
}

/** Codes that were handed out together. */
export interface CodeSet {
  /** Such as `K7-4QD`: drawn at random when the set is first seen, so it gives nothing away about the codes. */
  readonly name: string;
  /** When the service last listed it, or when it was typed in. */
  readonly fetchedAt: number;
  /** When another set took its place; null for the current one. */
  readonly replacedAt: number | null;
  readonly codes: readonly RecoveryCode[];
}

/** The recovery codes of an account, or of a site that Latchkey does not speak to. */
export interface Ledger {
  /** The account's id; one of its own where there is no account. */
  readonly id: string;
  readonly label: string;
  /** The current set first. Replaced ones stay: nothing is ever dropped silently. */
  readonly sets: readonly CodeSet[];
}
