import { constants } from 'node:os';
import { startChild } from './child.mjs';
import { startPrivateDesktop } from './private-desktop.mjs';

/**
 * Runs a command on a private desktop; the desktop is gone when this resolves.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>} the command's exit code
 */
export async function runOnDesktop(command, args, { env = {}, stdio = 'inherit', ...options } = {}) {
  const desktop = await startPrivateDesktop();
  try {
    const child = startChild(command, args, { ...options, stdio, env: { ...desktop.env, ...env } });
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
  } finally {
    await desktop.dispose();
  }
}

/** Ends this process in order when it is told to: what it started is cleared away on exit. */
export function exitOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
