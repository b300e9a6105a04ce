import { describe, expect, it } from 'vitest';
import { openMutated } from '../../../scripts/torture/mutations';

/** `npm run torture` opens 20,000, other ones each time. */
const count = 1_500;

describe(`${count} files with something wrong`, { timeout: 60_000 }, () => {
  it('of every kind are refused, or open as what was sealed', async () => {
    const results = await openMutated(count, 20_261_124);
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(results.map(({ passed }) => passed).reduce((sum, passed) => sum + passed)).toBe(count);
  });
});
