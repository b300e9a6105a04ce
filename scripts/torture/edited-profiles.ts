import { failuresOf } from '../../tests/unit/core/profile/attacks/attack';
import { attacksOn } from '../../tests/unit/core/profile/attacks/attacks';
import { victims } from '../../tests/unit/core/profile/attacks/victims';
import { Checks, type Result } from './result';
import { type Below, seeded } from './seeded';

/**
 * Edits, empties and swaps the files of profiles while Latchkey is closed, and lives on them as their owner does, and as a
 * thief where a passphrase is set: no token may go elsewhere, nothing may be shown, and what is put back must be whole.
 *
 * @param count about how many of all edits are tried
 */
export async function editProfiles(count: number, seed: number): Promise<Result[]> {
  const results: Result[] = [];
  const makers = Object.entries(victims);
  for (const [name, make] of makers) {
    results.push(await editOne(name, make, Math.ceil(count / makers.length), seeded(seed + results.length)));
  }
  return results;
}

async function editOne(
  name: string,
  make: (typeof victims)[string],
  count: number,
  below: Below,
): Promise<Result> {
  const checks = new Checks();
  const victim = await make();
  const attacks = [];
  for await (const attack of attacksOn(victim)) attacks.push(attack);
  for (const attack of attacks) {
    if (below(attacks.length) >= count) continue;
    const failures = await failuresOf(victim, attack);
    checks.add(failures.length === 0 ? null : failures.join('; '));
  }
  return checks.result(`edited: ${name}`, `of ${attacks.length} edits`);
}
