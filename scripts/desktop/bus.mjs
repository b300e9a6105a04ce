import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read } from '../setup/run.mjs';
import { firstLine, startChild } from './child.mjs';

/**
 * Starts a session bus of our own. Nothing is started on demand there: what a test did not start is absent, as on a
 * machine that does not have it.
 * @param {NodeJS.ProcessEnv & { HOME: string, XDG_RUNTIME_DIR: string }} env
 * @param {import('./session.mjs').User | {}} [user] whose bus it is, if not ours
 */
export async function startBus(env, user = {}) {
  const config = join(env.HOME, 'session-bus.conf');
  await writeFile(config, busConfig(join(env.XDG_RUNTIME_DIR, 'bus')));
  const daemon = startChild('dbus-daemon', ['--nofork', '--print-address=1', `--config-file=${config}`], {
    env,
    ...user,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { daemon, address: await firstLine(daemon, 1) };
}

/**
 * Sends one message and waits for the answer.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ to: string, path: string, call: string, args?: string[] }} message `args` as dbus-send spells them
 * @returns {Promise<string>} the answer as dbus-send prints it
 */
export async function callOverBus(env, { to, path, call, args = [] }) {
  const all = [
    '--session',
    '--print-reply=literal',
    '--reply-timeout=5000',
    `--dest=${to}`,
    path,
    call,
    ...args,
  ];
  const { code, stdout } = await read('dbus-send', all, { env });
  if (code !== 0) throw new Error(`${call} failed`);
  return stdout.trim();
}

/** @param {string} socket */
const busConfig = (
  socket,
) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <!-- Whoever reaches the socket, which lies in a folder that its owner and root alone may enter. -->
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
