import { describe, expect, it } from 'vitest';
import { failuresOf } from './attacks/attack';
import { attacksOn } from './attacks/attacks';
import { victims } from './attacks/victims';

/** One of so many is tried, another one with each kind of profile. `npm run torture` tries far more. */
const each = Number(process.env['LATCHKEY_EDITS'] ?? 131);

describe.each(Object.entries(victims))('a profile %s', (_name, make) => {
  it('is edited, emptied and swapped in vain', { timeout: 600_000 }, async () => {
    const victim = await make();
    const failures: string[] = [];
    let count = 0;
    for await (const attack of attacksOn(victim)) {
      count += 1;
      if (count % each !== 0) continue;
      failures.push(...(await failuresOf(victim, attack)));
    }
    expect(failures).toEqual([]);
    expect(count).toBeGreaterThan(500);
  });
});
