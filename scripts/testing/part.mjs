import { join } from 'node:path';
import { startChild, stopChild } from '../desktop/child.mjs';
import { root } from '../setup/places.mjs';
import { SetupError } from '../setup/run.mjs';

const patience = { part: 1_800_000, pipes: 2_000 };

/**
 * One part of the tests: a command, and how to read what it counted.
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} command a program's main file, from node_modules, and its arguments
 * @property {NodeJS.ProcessEnv} [env]
 * @property {RegExp} [concerns] the files whose types it checks, from the root
 * @property {boolean} [mayBeEmpty] whether it passes when there is nothing to count
 * @property {() => Promise<Count>} [count] reads its report; without it the part itself is the one test
 *
 * @typedef {{ passed: number, failed: number, skipped: number, passedAgain?: string[] }} Count
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed
 * @property {number} failed at least 1 when the part crashed or ran nothing
 * @property {number} skipped
 * @property {string[]} [passedAgain] the tests that passed only at their second go
 * @property {number} seconds
 * @property {string} output
 */

/**
 * Runs a part to its end. Never rejects.
 * @param {Part} part
 * @param {NodeJS.ProcessEnv} [env] the desktop to run on
 * @returns {Promise<Result>}
 */
export async function runPart(part, env = process.env) {
  const start = Date.now();
  const { code, output } = await execute(part, env);
  const seconds = (Date.now() - start) / 1000;
  if (!part.count) {
    return {
      name: part.name,
      passed: code === 0 ? 1 : 0,
      failed: code === 0 ? 0 : 1,
      skipped: 0,
      seconds,
      output,
    };
  }
  try {
    const count = await part.count();
    const isEmpty = !part.mayBeEmpty && count.passed + count.failed === 0;
    const crashed = code !== 0 && count.failed === 0;
    const failed = count.failed + (isEmpty || crashed ? 1 : 0);
    const note = isEmpty
      ? `\nNo test of ${part.name} ran.`
      : crashed
        ? `\n${part.name} ended with ${code}.`
        : '';
    return { name: part.name, ...count, failed, seconds, output: output + note };
  } catch (error) {
    const note = `\n${part.name} left no report (exit code ${code}): ${String(error)}`;
    return { name: part.name, passed: 0, failed: 1, skipped: 0, seconds, output: output + note };
  }
}

/**
 * What became of a step that is not a command of its own.
 * @param {string} name
 * @param {() => Promise<unknown>} step
 * @returns {Promise<Result>} never rejects
 */
export async function runStep(name, step) {
  const start = Date.now();
  const output = await step().then(
    () => null,
    (error) => (error instanceof SetupError ? error.message : String(error?.stack ?? error)),
  );
  const [passed, failed] = output === null ? [1, 0] : [0, 1];
  return { name, passed, failed, skipped: 0, seconds: (Date.now() - start) / 1000, output: output ?? '' };
}

/**
 * @param {Part} part
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number | string | null, output: string }>}
 */
function execute({ command: [program = '', ...args], env: own }, env) {
  return new Promise((resolve) => {
    const child = startChild(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      env: { ...env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }), ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    const limit = setTimeout(() => {
      output += `\nStopped after ${patience.part / 60_000} minutes.`;
      void stopChild(child);
    }, patience.part);
    child.on('error', (error) => end(null, error.message));
    child.on('close', (code, signal) => end(code ?? signal));
    // Something that it left behind may hold its pipes open for ever.
    child.on('exit', (code, signal) => setTimeout(() => end(code ?? signal), patience.pipes).unref());

    /** @param {number | string | null} code @param {string} [more] */
    function end(code, more = '') {
      clearTimeout(limit);
      for (const stream of [child.stdout, child.stderr]) stream?.destroy();
      resolve({ code, output: output + more });
    }
  });
}
