import type { About } from './vocabulary';

/** What may be a code, and what speaks for it. */
export interface Candidate {
  readonly code: string;
  readonly isUsed: boolean;
  /** Only a tick in front says so, which is a bullet where all have one. */
  readonly isTicked: boolean;
  /** It stands by itself, behind a label, or among the words of a sentence. */
  readonly evidence: 'alone' | 'labelled' | 'prose';
  readonly about: About;
  /** A label announces a code by name: letters alone are one, then. */
  readonly isNamed: boolean;
  /** The cell that it stands in. */
  readonly place: number;
}
