import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, SetupError } from './run.mjs';
import { root } from './places.mjs';

/**
 * Installs the npm packages when node_modules is missing or is not what package-lock.json says.
 * @param {(line: string) => void} say
 */
export async function ensureNodeModules(say) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupError(`Latchkey needs Node 20.19 or later to build; this is ${process.versions.node}.`);
  }
  if (await isInstalled()) return;
  say('Installing the npm packages (npm ci)');
  // No dependency needs its install script: keytar carries its binaries, Electron is fetched by the next step.
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
}

/**
 * npm keeps a copy of the lock file inside node_modules, written last, so an interrupted install has none.
 */
async function isInstalled() {
  const [wanted, present] = await Promise.all([
    readLock(join(root, 'package-lock.json')),
    readLock(join(root, 'node_modules', '.package-lock.json')),
  ]);
  if (!wanted) throw new SetupError('package-lock.json is missing or damaged.');
  if (!present) return false;
  delete wanted[''];
  return (
    Object.keys(present).every((name) => name in wanted) &&
    Object.entries(wanted).every(([name, entry]) =>
      present[name] ? present[name].integrity === entry.integrity : entry.optional || entry.devOptional,
    )
  );
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { integrity?: string, optional?: boolean, devOptional?: boolean }> | null>}
 */
async function readLock(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
