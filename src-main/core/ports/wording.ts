import type { Diagnosis } from './diagnosis';

/** The few texts that the core keeps or gives away, and that are made where words are known. */
export interface Wording {
  /** The label of an account on the practice service. */
  readonly practiceAccount: () => string;
  /** The label of what was restored under one that nobody can see. */
  readonly restored: () => string;
  /** The text for a bug report. */
  readonly bugReport: (diagnosis: Diagnosis) => string;
}
