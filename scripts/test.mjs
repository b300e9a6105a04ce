import { build } from './build.mjs';
import { temporaryFolder } from './desktop/child.mjs';
import { startPrivateDesktop } from './desktop/private-desktop.mjs';
import { exitOnSignals } from './desktop/run-on-desktop.mjs';
import { buildForTests, whyNotHere } from './packaging/for-tests.mjs';
import { setUp } from './setup.mjs';
import { canHavePrivateDesktop } from './setup/system-packages.mjs';
import { runStep } from './testing/part.mjs';
import { playwrightPart, staticParts, unitPart } from './testing/parts.mjs';
import { runParts, tell, total } from './testing/run-parts.mjs';

/** @typedef {import('./testing/part.mjs').Result} Result */

// `npm test`: everything. Whatever happens, the last line is the count.
exitOnSignals();
const start = Date.now();
const { passed, failed } = total(await testAll());
console.log(`All in ${((Date.now() - start) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function testAll() {
  const ready = await step('set-up', () => setUp({ desktop: true }));
  if (ready.failed > 0) return [ready];

  const reports = await temporaryFolder();
  const results = await runParts(staticParts);
  // Alone, and before the window's: these measure time, and a failure here says most.
  results.push(...(await runParts([unitPart(reports.folder)])));
  const built = await step('build', () => build());
  if (built.failed > 0) return [...results, built];
  results.push(...(await onDesktop((env) => runWindowTests(reports.folder, env))));
  return [...results, ...(await testPackage(reports.folder))];
}

/**
 * Not on the desktop of the others: whoever uses the package has one of their own.
 * @param {string} reports
 */
async function testPackage(reports) {
  const why = whyNotHere();
  if (why !== null) {
    console.log(why);
    return [];
  }
  const built = await step('packages', () => buildForTests(() => {}));
  return built.failed > 0 ? [built] : runParts([playwrightPart('package', reports)]);
}

/**
 * @param {string} reports
 * @param {NodeJS.ProcessEnv} env
 */
function runWindowTests(reports, env) {
  const projects = ['ui', 'e2e', 'tour'];
  return runParts(
    projects.map((project) => playwrightPart(project, reports)),
    env,
    1,
  );
}

/**
 * Runs tests on a private desktop, or on the one that is there where that cannot be had.
 * @param {(env: NodeJS.ProcessEnv) => Promise<Result[]>} tests
 * @returns {Promise<Result[]>}
 */
async function onDesktop(tests) {
  if (!canHavePrivateDesktop()) return tests(process.env);
  try {
    const desktop = await startPrivateDesktop();
    const results = await tests(desktop.env);
    await desktop.dispose();
    return results;
  } catch (error) {
    return [await step('private desktop', () => Promise.reject(error))];
  }
}

/**
 * A step that counts, and is told of, only when it fails.
 * @param {string} name
 * @param {() => Promise<unknown>} action
 * @returns {Promise<Result>}
 */
async function step(name, action) {
  const result = await runStep(name, action);
  if (result.failed > 0) tell(result);
  return result;
}
