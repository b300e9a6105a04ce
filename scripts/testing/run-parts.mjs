import { availableParallelism } from 'node:os';
import { runPart } from './part.mjs';

/**
 * Runs parts beside each other, as many at a time as the machine has cores, and tells of each when it is through.
 * @param {import('./part.mjs').Part[]} parts
 * @param {NodeJS.ProcessEnv} [env]
 * @param {number} [atATime]
 * @returns {Promise<import('./part.mjs').Result[]>}
 */
export async function runParts(parts, env = process.env, atATime = availableParallelism()) {
  const waiting = [...parts];
  /** @type {import('./part.mjs').Result[]} */
  const results = [];
  const worker = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const result = await runPart(part, env);
      tell(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return results;
}

/**
 * @param {import('./part.mjs').Result[]} results
 * @returns {{ passed: number, failed: number }}
 */
export function total(results) {
  return {
    passed: results.reduce((sum, result) => sum + result.passed, 0),
    failed: results.reduce((sum, result) => sum + result.failed, 0),
  };
}

/**
 * One line for a part that passed; everything it said for one that did not.
 * @param {import('./part.mjs').Result} result
 */
export function tell({ name, passed, failed, skipped, passedAgain = [], seconds, output }) {
  const counts = [`${passed} passed`];
  if (failed > 0) counts.push(`${failed} failed`);
  if (skipped > 0) counts.push(`${skipped} skipped`);
  const line = `${name}: ${counts.join(', ')} (${seconds.toFixed(1)} s)`;
  if (failed === 0) console.log(`✓ ${line}`);
  else console.log(`✗ ${line}\n${indent(output)}\n`);
  for (const name of passedAgain) console.log(`  at the second go only: ${name}`);
}

/**
 * Test names can be as long as the junk that they feed in.
 * @param {string} output
 */
function indent(output) {
  const lines = output.trimEnd().split('\n');
  return lines.map((line) => `    ${line.length > 600 ? `${line.slice(0, 600)}…` : line}`).join('\n');
}
