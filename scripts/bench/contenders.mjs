import { join } from 'node:path';
import { startChild, stopChild } from '../desktop/child.mjs';
import { root } from '../setup/places.mjs';
import { goFirst } from './quiet.mjs';

/**
 * One of the two apps that are compared: the same runtime with the same switches, each on a profile folder.
 * @typedef {object} Contender
 * @property {string} name
 * @property {(profile: string) => string[]} args
 */

/** @type {Contender} */
export const bare = {
  name: 'bare',
  args: (profile) => [join(import.meta.dirname, 'bare'), `--user-data-dir=${profile}`],
};

/** @type {Contender} */
export const latchkey = { name: 'latchkey', args: (profile) => [root, '--profile-dir', profile] };

/**
 * What an app is started on.
 * @typedef {{ electron: string, env: NodeJS.ProcessEnv }} Ground
 *
 * @param {Contender} contender
 * @param {Ground & { profile: string, debuggable?: boolean }} options `debuggable`: DevTools can connect
 */
export function startContender({ args }, { electron, env, profile, debuggable = false }) {
  const switches = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(debuggable ? ['--remote-debugging-port=0'] : []),
  ];
  const child = startChild(electron, [...switches, ...args(profile)], {
    env,
    cwd: root,
    stdio: ['ignore', 'ignore', debuggable ? 'pipe' : 'ignore'],
  });
  goFirst(child.pid);
  return child;
}

/**
 * Quits an app as a logout does, so that it can save what it wants to, and waits until all of it is gone.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function quit(child) {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(() => void stopChild(child), 5_000);
  await gone;
  clearTimeout(patience);
}

/**
 * The same app, started without a window.
 * @template {Contender} App
 * @param {App} app
 * @returns {App}
 */
export const hidden = (app) => ({ ...app, args: (profile) => [...app.args(profile), '--hidden'] });
