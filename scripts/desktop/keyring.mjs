import { copyFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findCommand } from '../setup/commands.mjs';
import { callOverBus } from './bus.mjs';
import { startChild } from './child.mjs';

const secrets = 'org.freedesktop.secrets';
const login = '/org/freedesktop/secrets/collection/login';
const unlockOperation = 1;

/** What opens the keyring of a private session. An empty one would make the daemon ask. */
const keyringPassword = 'test';

/**
 * Starts gnome-keyring in a session that has a bus, with an open login keyring.
 * @param {NodeJS.ProcessEnv & { HOME: string }} env
 * @param {import('./session.mjs').User | {}} [user] whose keyring it is, if not ours
 * @returns {Promise<import('node:child_process').ChildProcess>} once the keyring answers
 */
export async function startKeyring(env, user = {}) {
  // A copy, because file capabilities (which some systems give it) keep it from starting in a container.
  const program = join(env.HOME, 'gnome-keyring-daemon');
  await copyFile(findCommand('gnome-keyring-daemon') ?? '/usr/bin/gnome-keyring-daemon', program);
  const daemon = startChild(program, ['--unlock', '--components=secrets', '--foreground'], {
    env,
    ...user,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  daemon.stdin?.end(keyringPassword);
  for (const deadline = Date.now() + 10_000; await isLocked(env).catch(() => true); await pause(5)) {
    if (daemon.exitCode !== null) throw new Error(`gnome-keyring-daemon ended with ${daemon.exitCode}`);
    if (Date.now() > deadline) throw new Error('gnome-keyring-daemon did not open its keyring in 10 seconds');
  }
  return daemon;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} rejects when there is no keyring
 */
async function isLocked(env) {
  const args = ['string:org.freedesktop.Secret.Collection', 'string:Locked'];
  const answer = await callOverBus(env, {
    to: secrets,
    path: login,
    call: 'org.freedesktop.DBus.Properties.Get',
    args,
  });
  return !answer.endsWith('false');
}

/**
 * Locks the login keyring. With nobody there to show a prompt, every question that needs one counts as dismissed.
 * @param {NodeJS.ProcessEnv} env
 */
export async function lockKeyring(env) {
  const call = 'org.freedesktop.Secret.Service.Lock';
  await callOverBus(env, {
    to: secrets,
    path: '/org/freedesktop/secrets',
    call,
    args: [`array:objpath:${login}`],
  });
}

/**
 * Opens the login keyring the way a login does: with the password, over the daemon's control socket.
 * @param {NodeJS.ProcessEnv & { XDG_RUNTIME_DIR: string }} env
 * @returns {Promise<void>}
 */
export function unlockKeyring(env) {
  const password = Buffer.from(keyringPassword);
  const request = Buffer.alloc(12);
  request.writeUInt32BE(request.length + password.length, 0);
  request.writeUInt32BE(unlockOperation, 4);
  request.writeUInt32BE(password.length, 8);
  return new Promise((resolve, reject) => {
    const socket = connect(join(env.XDG_RUNTIME_DIR, 'keyring', 'control'));
    socket.once('error', reject);
    // The first byte carries our credentials and has to come alone.
    socket.write(Buffer.alloc(1), () => socket.write(Buffer.concat([request, password])));
    socket.once('data', (answer) => {
      socket.end();
      if (answer.readUInt32BE(4) === 0) resolve();
      else reject(new Error('gnome-keyring-daemon did not open its keyring'));
    });
  });
}
