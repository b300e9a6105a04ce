import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from '../../desktop/child.mjs';
import { startInTerminal } from '../../desktop/terminal.mjs';
import { root } from '../../setup/places.mjs';
import { goFirst, quiet } from '../quiet.mjs';

/** Characters that are sealed: about as many as a backup of fifty accounts has. */
const length = 50_000;
const passphrase = 'lantern orbit velvet cactus harbor mango';

/**
 * What sealing by passphrase takes, in milliseconds, each time in a process of its own. Latchkey starts its one while the
 * passphrase is typed; `unprepared` is with that start, as where a passphrase is pasted and sent at once.
 * @typedef {object} Sealing
 * @property {number} seal
 * @property {number} open
 * @property {number} unprepared NaN of another program
 * @property {number} block the longest time for which Latchkey's main process did nothing else; NaN of another program
 */

/**
 * Latchkey's sealing, in Electron.
 * @param {import('../contenders.mjs').Ground} ground
 * @param {string} folder
 * @returns {Promise<Sealing>}
 */
export async function measureOwnSealing({ electron, env }, folder) {
  await quiet();
  const script = join(root, 'dist', 'main', 'sealing-process.js');
  const profile = `--user-data-dir=${join(folder, 'sealing-run')}`;
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...sandbox, join(import.meta.dirname, '../sealing'), profile, script, String(length)];
  const child = startChild(electron, args, { env, cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  goFirst(child.pid);
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (said += text));
  await once(child, 'close');
  const result = said.split('\n').find((line) => line.startsWith('{'));
  if (!result) throw new Error('The sealing process did not seal.');
  return JSON.parse(result);
}

/**
 * The system's `age`, which takes passphrases from a terminal alone: script(1) makes one and types what it reads.
 * @param {import('../contenders.mjs').Ground} ground
 * @param {string} folder
 * @returns {Promise<Sealing>}
 */
export async function measureAge({ env }, folder) {
  const place = join(folder, 'age-run');
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'text'), 'x'.repeat(length));
  await quiet();
  const seal = await timed('age -p -o sealed text', [passphrase, passphrase]);
  const open = await timed('age -d -o opened sealed', [passphrase]);
  await rm(place, { recursive: true });
  return { seal, open, unprepared: NaN, block: NaN };

  /**
   * @param {string} command
   * @param {string[]} typed
   */
  async function timed(command, typed) {
    const begin = performance.now();
    // script(1) begins a session of its own, which is put first like the others.
    const first = '(echo -19 > /proc/self/autogroup) 2> /dev/null';
    const child = startInTerminal(`${first}; ${command}`, typed, { env, cwd: place });
    goFirst(child.pid);
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`"${command}" ended with ${code}.`);
    return performance.now() - begin;
  }
}
