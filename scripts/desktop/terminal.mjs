import { startChild } from './child.mjs';

/**
 * Starts a line of the shell in a terminal, which script(1) makes, and types: `age` takes passphrases from nowhere else.
 * @param {string} line
 * @param {readonly string[]} typed the lines to type
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string, output?: 'pipe' | 'ignore' }} options
 */
export function startInTerminal(line, typed, { output = 'ignore', ...place }) {
  const args = ['--quiet', '--return', '--command', line, '/dev/null'];
  const child = startChild('script', args, { ...place, stdio: ['pipe', output, 'ignore'] });
  // A command that does not read is told by its exit.
  child.stdin?.on('error', () => undefined);
  // Left open to the end: script(1) may be gone before its command is when there is nothing more to be typed.
  child.stdin?.write(typed.map((text) => `${text}\n`).join(''));
  return child;
}
