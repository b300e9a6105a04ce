import { spawn } from 'node:child_process';

/**
 * Something that the person at the keyboard has to know or do, told without a stack trace.
 */
export class SetupError extends Error {}

/**
 * Runs a command silently: what it printed is shown when it fails, as part of the error.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<void>} rejects with a SetupError when the command cannot be started or fails
 */
export async function run(command, args, options = {}) {
  const { code, stdout, stderr } = await read(command, args, options);
  if (code === 0) return;
  const output = `${stdout}${stderr}`.trim().split('\n').slice(-40).join('\n');
  const line = [command, ...args].join(' ');
  throw new SetupError(
    `${output}\n\n${line}\n${code === null ? 'could not be run.' : `failed with exit code ${code}.`}`,
  );
}

/**
 * Runs a command and collects what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<{ code: number | null, stdout: string, stderr: string }>} code is null when it could not be started
 *   or was ended by a signal
 */
export function read(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', (error) => resolve({ code: null, stdout, stderr: `${stderr}${error.message}` }));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/**
 * Runs npm, silently. On Windows npm is a batch file, which only a shell can start.
 * @param {string[]} args hold nothing there that a shell would not read as one plain word
 * @param {{ cwd?: string }} [options]
 */
export function npm(args, options = {}) {
  return process.platform === 'win32'
    ? run('npm.cmd', args, { ...options, shell: true })
    : run('npm', args, options);
}
