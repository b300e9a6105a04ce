import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startInTerminal } from '../../scripts/desktop/terminal.mjs';

/** Every indented line of a document that calls one of these programs, word for word. */
export async function commandsIn(document: string, programs: readonly string[]): Promise<string[]> {
  const text = await readFile(path.join(import.meta.dirname, '../..', document), 'utf8');
  const lines = text.split('\n').filter((line) => line.startsWith('    '));
  return lines.map((line) => line.trim()).filter((line) => programs.includes(line.split(' ')[0] ?? ''));
}

interface Where {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The lines to type when a program asks. */
  readonly typed?: readonly string[];
}

/**
 * Runs a line as a person does, in a terminal.
 *
 * @returns what was to be seen in the terminal
 * @throws Error when the command failed; what was typed stays out of it
 */
export async function typeCommand(line: string, { cwd, env, typed = [] }: Where): Promise<string> {
  const child = startInTerminal(line, typed, { cwd, env: env ?? process.env, output: 'pipe' });
  let seen = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (seen += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`"${line}" ended with ${code}`);
  return seen;
}
