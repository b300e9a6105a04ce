import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs `age` in a folder. It takes passphrases from a terminal alone, so with one it runs inside script(1), which
 * makes a terminal and types what it reads.
 *
 * @param typed the lines to type, such as a passphrase; none needs no terminal
 * @returns whether it succeeded
 */
export async function age(folder: string, args: string[], typed: string[] = []): Promise<boolean> {
  const terminal = ['--quiet', '--return', '--command', `age ${args.join(' ')}`, '/dev/null'];
  const command = typed.length === 0 ? 'age' : 'script';
  const child = spawn(command, typed.length === 0 ? args : terminal, {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // A command that is missing, or does not read, is told by its exit.
  child.stdin.on('error', () => undefined);
  child.stdin.end(typed.map((line) => `${line}\n`).join(''));
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code === 0;
  } catch {
    throw new Error(`${command} is not installed: this test compares with the age command of the system`);
  }
}
