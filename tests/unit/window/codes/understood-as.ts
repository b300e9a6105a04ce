import type { Understood } from '#contract/calls/recovery-codes';

/** What main says of a text with these codes, one a line. */
export const understoodAs = (codes: readonly string[], change: Partial<Understood> = {}): Understood => ({
  kind: 'recovery-codes',
  oneEach: codes.map((code) => ({ code, isUsed: false })),
  oneKey: null,
  proposed: 'one-each',
  secretsLeftOut: 0,
  tooLongLeftOut: 0,
  ...change,
});
