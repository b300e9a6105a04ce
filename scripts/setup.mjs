import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ensureElectron } from './setup/electron-runtime.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { SetupError } from './setup/run.mjs';
import { findSystemPackages } from './setup/system-packages.mjs';

/**
 * Brings a fresh clone, on a machine with nothing but Node and npm, to where Latchkey can be built and run. Takes a
 * fraction of a second when there is nothing to do.
 * @param {{ desktop: boolean, say?: (line: string) => void }} options `desktop`: also what the tests and a private
 *   desktop need; `say` gets a line for whatever takes time
 */
export async function setUp({ desktop, say = console.log }) {
  const installSystemPackages = await findSystemPackages({ tests: desktop, say });
  const results = await Promise.allSettled([
    installSystemPackages(),
    ensureNodeModules(say).then(() => ensureElectron(say)),
  ]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/**
 * Whether a module is what Node was told to run.
 * @param {string} url its `import.meta.url`
 */
export function isMain(url) {
  return process.argv[1] !== undefined && url === pathToFileURL(realpathSync(process.argv[1])).href;
}

/**
 * Runs a script's main part; a SetupError ends it with a message and exit code 1.
 * @param {() => Promise<number | void>} main gives the exit code
 */
export async function script(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (isMain(import.meta.url)) {
  await script(() => setUp({ desktop: process.argv.includes('--desktop') }));
}
