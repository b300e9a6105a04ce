const wished = process.env['LATCHKEY_HISTORIES'];

/**
 * How many random histories a property is tried with: the same 500 each time, so that a test fails for a change alone;
 * or as many new ones as LATCHKEY_HISTORIES says, to look for more.
 *
 * @param share below 1 of a property that takes longer, above of one that has more to find
 */
export const runs = (share = 1): { numRuns: number; seed?: number } => ({
  numRuns: Math.ceil(Number(wished ?? 500) * share),
  ...(wished === undefined && { seed: 20_261_128 }),
});
