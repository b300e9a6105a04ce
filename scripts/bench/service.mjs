import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { startChild, stopChild } from '../desktop/child.mjs';
import { root } from '../setup/places.mjs';

/**
 * A practice service on its own, as `npm run practice-service` starts it. It texts a code only every 30 s, and forgets
 * that when it is started anew.
 * @typedef {object} Service
 * @property {string} url
 * @property {string} token
 * @property {() => Promise<string>} freshCode starts the service anew, at the same place, and has it text a code
 * @property {(code: string) => Promise<void>} verify the plain call
 * @property {() => Promise<void>} stop
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Service>}
 */
export async function startService(env) {
  const token = randomBytes(24).toString('hex');
  let run = await launch('0');
  const url = (await run.line(/^listening on (.+)$/m)) ?? '';
  const { port } = new URL(url);

  return {
    url,
    token,
    async freshCode() {
      await run.stop();
      run = await launch(port);
      await run.line(/^listening on (.+)$/m);
      await post('sms/receive');
      return run.line(/^SMS to .+: (\d+)$/m);
    },
    verify: (code) => post(`verify/${code}`),
    stop: () => run.stop(),
  };

  /** Over a connection of its own, as Latchkey does. @param {string} path */
  async function post(path) {
    const dispatcher = new Agent();
    const headers = { 'x-auth-token': token };
    const { statusCode, body } = await request(`${url}/user/otp/${path}`, {
      method: 'POST',
      headers,
      dispatcher,
    });
    await body.dump();
    void dispatcher.destroy();
    if (statusCode !== 204) throw new Error(`The practice service answered ${statusCode} to ${path}.`);
  }

  /** @param {string} port */
  async function launch(port) {
    const script = join(root, 'dist', 'main', 'practice-service.js');
    const child = startChild(process.execPath, [script, '--port', port, '--token', token], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (said += text));
    return {
      stop: () => stopChild(child),
      /** @param {RegExp} wanted @returns {Promise<string>} */
      async line(wanted) {
        for (;;) {
          const found = wanted.exec(said)?.[1];
          if (found) return found;
          if (child.exitCode !== null) throw new Error('The practice service ended.');
          await new Promise((resolve) => child.stdout?.once('data', resolve));
        }
      },
    };
  }
}
