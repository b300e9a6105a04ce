import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../scripts/torture/seeded';
import { firstVersionProfiles } from '../../../app/profile-of-first-version';
import { killTwice } from './migration/kill-twice';

/** How often each step is killed at: each time, the start after it is killed at another step. */
const rounds = Number(process.env['LATCHKEY_KILLS'] ?? 1);

describe.each(firstVersionProfiles)('what Latchkey 0.1.0 left: %s', (name) => {
  it(
    'is taken over without a loss, killed at any step and at a second one',
    { timeout: 600_000 },
    async () => {
      const below = seeded(firstVersionProfiles.indexOf(name));
      const failures: string[] = [];
      let steps = 0;
      for (let round = 0; round < rounds; round += 1) {
        for (let step = 1, isOver = false; !isOver; step += 1) {
          const killed = await killTwice(name, step, 1 + below(12));
          failures.push(...killed.failures);
          ({ isOver } = killed);
          steps = Math.max(steps, step);
        }
      }
      expect(failures).toEqual([]);
      expect(steps).toBeGreaterThan(4);
    },
  );
});
