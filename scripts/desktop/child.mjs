import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCommand } from '../setup/commands.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {Set<string>} */
const folders = new Set();

process.on('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
  // What hung on those ends by itself, and still writes into the folders until then.
  if (running.size > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/**
 * Starts a program that must not outlive this process. Where there is setpriv the kernel sees to that, whatever becomes
 * of us; everywhere it is killed when we exit. It has a process group of its own, so that Ctrl+C in a terminal reaches us alone.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string, uid?: number, gid?: number, stdio?: import('node:child_process').StdioOptions }} options
 */
export function startChild(command, args, options) {
  const guarded = setpriv === null ? [command, ...args] : [setpriv, '--pdeathsig', 'KILL', command, ...args];
  const [program = command, ...rest] = guarded;
  const child = spawn(program, rest, { stdio: 'ignore', ...options, detached: hasGroups, windowsHide: true });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Ends a program and everything in its process group, and waits until it is gone.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signal(child, 'SIGTERM');
  // A stopped process hears nothing but this.
  signal(child, 'SIGCONT');
  const impatience = setTimeout(() => signal(child, 'SIGKILL'), 1_000);
  await gone;
  clearTimeout(impatience);
}

/**
 * Resolves with the first line that a program prints on one of its pipes; rejects when it ends or takes too long.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} pipe 1 for stdout, or what else `stdio` made a pipe of
 * @returns {Promise<string>}
 */
export function firstLine(child, pipe) {
  const stream = /** @type {import('node:stream').Readable} */ (child.stdio[pipe]);
  const name = child.spawnargs.join(' ');
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error(`${name} gave no sign of life in 10 seconds`)), 10_000);
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) settle(() => resolve(text.slice(0, end)));
    });
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code) => settle(() => reject(new Error(`${name} ended with ${code}`))));

    /** @param {() => void} how */
    function settle(how) {
      clearTimeout(timer);
      how();
    }
  });
}

/**
 * Makes a temporary folder that is gone when this process ends, at the latest.
 * @returns {Promise<{ folder: string, remove: () => void }>}
 */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-'));
  folders.add(folder);
  return {
    folder,
    remove() {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      folders.delete(folder);
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  try {
    if (child.pid !== undefined && hasGroups) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // It has ended already.
  }
}

/** Windows has no process groups, and would open a console for each of them. */
const hasGroups = process.platform !== 'win32';
const setpriv = findCommand('setpriv');
