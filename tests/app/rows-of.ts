import type { UnderstoodCode } from '#contract/calls/recovery-codes';

/** Rows as a person leaves them who ticks none: one for each line. */
export const rowsOf = (lines: string): UnderstoodCode[] =>
  lines.split('\n').map((code) => ({ code, isUsed: false }));
