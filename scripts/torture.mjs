import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { temporaryFolder } from './desktop/child.mjs';
import { exitOnSignals } from './desktop/run-on-desktop.mjs';
import { script, setUp } from './setup.mjs';
import { bundled } from './setup/bundled.mjs';
import { SetupError } from './setup/run.mjs';
import { root } from './setup/places.mjs';

// `npm run torture [-- --kills N --mutations N --rounds N --edits N --seed N --only profile]`: whether a kill, a full or failing disk, a damaged file,
// a stranger in the backup folder or an edited profile can make Latchkey lose anything, open what was never sealed, or fall over. The unit tests do the same in small.
exitOnSignals();
await script(async () => {
  const plan = readPlan();
  await setUp({ desktop: true });
  const begin = Date.now();
  const programs = await temporaryFolder();
  const saver = await bundled('torture/saver', programs.folder);
  /** @type {typeof import('./torture/torture.js')} */
  const { torture } = await import(pathToFileURL(await bundled('torture/torture', programs.folder)).href);
  console.log(
    `Seed ${plan.seed}: ${plan.kills} kills of each kind, ${plan.mutations} mutated files, ${plan.rounds} rounds of a stranger, ${plan.edits} edits of profiles\n`,
  );
  const results = await torture(
    plan,
    { saver, folder: join(programs.folder, 'saved'), profiles: join(root, 'tests/vectors/profiles-0.1.0') },
    tell,
  );
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failures.length, 0);
  console.log(`\nSeed ${plan.seed}, ${Math.round((Date.now() - begin) / 1000)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/** @returns {import('./torture/torture.js').Plan} */
function readPlan() {
  const options = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({
    options: {
      ...{ kills: options, mutations: options, rounds: options, edits: options, seed: options },
      only: options,
    },
  });
  const number = (/** @type {string | undefined} */ text, /** @type {number} */ fallback) => {
    if (text === undefined) return fallback;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new SetupError(`${text} is no number for --kills, --mutations, --rounds, --edits or --seed.`);
  };
  if (values.only !== undefined && values.only !== 'profile')
    throw new SetupError(`${values.only} is nothing for --only: it takes profile.`);
  return {
    only: values.only ?? 'everything',
    kills: number(values.kills, 1_000),
    mutations: number(values.mutations, 20_000),
    rounds: number(values.rounds, 400),
    edits: number(values.edits, 4_000),
    seed: number(values.seed, randomInt(1_000_000)),
  };
}

/**
 * One row of the table.
 * @param {import('./torture/result.js').Result} result
 */
function tell({ what, passed, failures, detail, notRunHere }) {
  if (notRunHere !== null) return console.log(`${what.padEnd(34)} not run here: ${notRunHere}`);
  const counts = `${passed} passed`.padEnd(14) + `${failures.length} failed`.padEnd(12);
  console.log(`${what.padEnd(34)} ${counts}${detail}`);
  for (const failure of failures.slice(0, 20)) console.log(`    ${failure}`);
}
