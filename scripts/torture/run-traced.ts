import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startChild } from '../desktop/child.mjs';

/** How a save is called in the tortured program: the vault with its `.bak`, or a file in a person's folder. */
export type SaveKind = 'kept-file' | 'file';

export interface Traced {
  /** What the program says of its save: `kept`, or why not. */
  readonly outcome: string;
  /** The system calls that were traced, in order, one a line. */
  readonly calls: readonly string[];
}

export const newSize = 100_000;
export const oldText = 'the old version';

/**
 * Lets the tortured program replace `vault.age` once, under strace.
 *
 * @param folder a new folder of its own, in which the old version is put first
 * @param options of strace, such as what to trace
 */
export async function saveTraced(
  kind: SaveKind,
  options: readonly string[],
  { saver, folder }: { readonly saver: string; readonly folder: string },
): Promise<Traced> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'vault.age'), oldText, { mode: 0o600 });
  const trace = `${folder}.trace`;
  const { outcome } = await run('strace', [
    ...['--follow-forks', '--decode-fds=path', '--quiet=all', '--string-limit=0', `--output=${trace}`],
    ...options,
    ...[process.execPath, saver, 'once', folder, kind, newSize.toString()],
  ]);
  return { outcome, calls: whole((await readFile(trace, 'latin1')).split('\n')) };
}

/** Whether programs can be traced here: some containers forbid it. */
export async function canTrace(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return (await run('strace', ['--output=/dev/null', process.execPath, '--version'])).code === 0;
}

/** One thread, so that the n-th call of a kind is the n-th of the save; and no way around system calls. */
const env = { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };

async function run(command: string, args: string[]): Promise<{ code: number | null; outcome: string }> {
  const child = startChild(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, outcome: said.trim() };
  } catch {
    return { code: null, outcome: `${command} is not installed` };
  }
}

/** Puts calls together that another thread interrupted, and takes off the thread's number. */
function whole(lines: readonly string[]): string[] {
  const begun = new Map<string, string>();
  const calls: string[] = [];
  for (const line of lines) {
    const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const [, begin] = /^(.*) <unfinished \.\.\.>$/.exec(call) ?? [];
    const [, end] = /^<\.\.\. \w+ resumed>(.*)$/.exec(call) ?? [];
    if (begin !== undefined) begun.set(thread, begin);
    else if (end !== undefined) calls.push(`${begun.get(thread) ?? ''}${end}`);
    else if (call !== '') calls.push(call);
  }
  return calls;
}
