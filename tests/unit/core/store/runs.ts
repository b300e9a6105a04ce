/**
 * How many random histories a property is tried with: 500, or as many as LATCHKEY_HISTORIES says.
 *
 * @param share of a property that takes longer
 */
export const runs = (share = 1): { numRuns: number } => ({
  numRuns: Math.ceil(Number(process.env['LATCHKEY_HISTORIES'] ?? 500) * share),
});
