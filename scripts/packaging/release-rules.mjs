import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';
import { SetupError } from '../setup/run.mjs';

/**
 * The Electron that a package has, and the one that package.json names.
 * @typedef {{ packed: string, declared: string }} Electrons
 */

/** The version of Electron that ships, as package.json has it. */
export async function declaredElectron() {
  const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return String(devDependencies.electron);
}

/**
 * Whether a package is none that people get, for it is made with another Electron than the one that ships: such as the
 * old one that machines without the official download test on (docs/decisions/0002-electron-runtime.md).
 * @param {NodeJS.ProcessEnv} env
 * @param {Electrons} electron
 * @throws SetupError where a release was asked for
 */
export function isOnlyForTests({ LATCHKEY_RELEASE: release }, { packed, declared }) {
  if (packed === declared) return false;
  if (release) {
    throw new SetupError(
      `A release has Electron ${declared}, as package.json says, and this would have ${packed || 'an unknown one'}.`,
    );
  }
  return true;
}

/**
 * Where this package looks for newer versions, and the key that those are signed with. Without both it does not look.
 * A package that is only for tests looks nowhere but on this computer.
 * @param {NodeJS.ProcessEnv} env
 * @param {Electrons} electron
 * @returns {{ url: string, publicKey: string } | null}
 */
export function updatesFrom(env, electron) {
  const { LATCHKEY_UPDATE_URL: url, LATCHKEY_UPDATE_KEY: publicKey } = env;
  if (!url && !publicKey) return null;
  if (!url || !publicKey) {
    throw new SetupError('LATCHKEY_UPDATE_URL and LATCHKEY_UPDATE_KEY belong together: set both or none.');
  }
  const { protocol, hostname } = new URL(url);
  const isHere = protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(hostname);
  const forTests = isOnlyForTests(env, electron);
  if (forTests && !isHere) {
    throw new SetupError(
      `A package with Electron ${electron.packed} is only for tests: LATCHKEY_UPDATE_URL must be on this computer.`,
    );
  }
  if (!forTests && protocol !== 'https:' && !isHere) {
    throw new SetupError('LATCHKEY_UPDATE_URL must be an https address.');
  }
  return { url, publicKey };
}
