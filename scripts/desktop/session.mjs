import { chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startBus } from './bus.mjs';
import { stopChild, temporaryFolder } from './child.mjs';
import { privateEnvironment } from './environment.mjs';
import { lockKeyring, startKeyring, unlockKeyring } from './keyring.mjs';

/**
 * @typedef {object} Session
 * @property {NodeJS.ProcessEnv & { HOME: string, XDG_RUNTIME_DIR: string, DBUS_SESSION_BUS_ADDRESS: string }} env
 *   for every program that is to run in it
 * @property {number | null} keyringPid null without a keyring
 * @property {() => Promise<void>} lockKeyring
 * @property {() => Promise<void>} unlockKeyring
 * @property {() => void} stallKeyring from now on the keyring takes questions and never answers
 * @property {() => void} resumeKeyring
 * @property {() => Promise<void>} killKeyring the keyring's owner is gone from the bus
 * @property {() => Promise<void>} endBus the bus is gone, with all that hang on it
 * @property {() => Promise<void>} beginBus there is a new one in its place, with nobody on it
 * @property {() => Promise<void>} dispose ends all of it and removes its folders
 */

/**
 * Somebody else on this computer, whom root alone can start programs for.
 * @typedef {{ uid: number, gid: number }} User
 */

/**
 * Starts what a login starts, minus the screen: a home, a bus, and a keyring that lives as long as the session.
 * Only Linux can have several of these at a time: elsewhere it is the person's own session, and its keyring is let be.
 * @param {{ display?: string | undefined, keyring?: 'unlocked' | 'locked' | 'none', user?: User | undefined }} [options]
 *   `user`: whose session it is, if not ours
 * @returns {Promise<Session>}
 */
export async function startSession({ display = process.env['DISPLAY'], keyring = 'unlocked', user } = {}) {
  if (process.platform !== 'linux') return ownSession;
  const { folder, remove } = await temporaryFolder();
  const bare = privateEnvironment(folder, display);
  if (user) giveTo(user, folder);
  let bus = await startBus(bare, user);
  const env = { ...bare, DBUS_SESSION_BUS_ADDRESS: bus.address };
  const daemon = keyring === 'none' ? null : await startKeyring(env, user);
  if (keyring === 'locked') await lockKeyring(env);

  return {
    env,
    keyringPid: daemon?.pid ?? null,
    lockKeyring: () => lockKeyring(env),
    unlockKeyring: () => unlockKeyring(env),
    stallKeyring: () => void daemon?.kill('SIGSTOP'),
    resumeKeyring: () => void daemon?.kill('SIGCONT'),
    async killKeyring() {
      if (daemon) await stopChild(daemon);
    },
    endBus: () => stopChild(bus.daemon),
    async beginBus() {
      bus = await startBus(bare, user);
    },
    async dispose() {
      if (daemon) await stopChild(daemon);
      await stopChild(bus.daemon);
      remove();
    },
  };
}

/**
 * @param {User} user
 * @param {string} folder with all that is in it
 */
function giveTo({ uid, gid }, folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const place of [folder, ...names.map((name) => join(folder, name))]) chownSync(place, uid, gid);
}

const notHere = () => Promise.reject(new Error('This keyring belongs to a person.'));

/** @type {Session} */
const ownSession = {
  env: /** @type {Session['env']} */ (process.env),
  keyringPid: null,
  lockKeyring: notHere,
  unlockKeyring: notHere,
  stallKeyring: () => {},
  resumeKeyring: () => {},
  killKeyring: notHere,
  endBus: notHere,
  beginBus: notHere,
  dispose: () => Promise.resolve(),
};
