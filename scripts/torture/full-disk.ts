import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startChild } from '../desktop/child.mjs';
import { Checks, notRunHere, type Result } from './result';

const what = 'a full disk of 1 MB';
const whatLimit = 'a limit on the size of files';

/** What the saver says on a full disk, and what each line means. */
const expected = [
  ['kept', 'the first save, with room'],
  ['ENOSPC', 'a save of the vault'],
  ['full', 'a write to a folder'],
  ['old', 'the old file'],
  ['vault.age', 'what lies there'],
] as const;

/**
 * Saves on a file system of 1 MB that is full. It is mounted where nobody else sees it, and is gone with the program.
 *
 * @param folder where it is mounted
 */
export async function saveOnFullDisk(at: {
  readonly saver: string;
  readonly folder: string;
}): Promise<Result> {
  await mkdir(at.folder, { recursive: true });
  const root = process.getuid?.() === 0;
  const mounted = await run('unshare', [
    ...(root ? [] : ['--user', '--map-root-user']),
    ...[
      '--mount',
      'sh',
      '-c',
      'mount -t tmpfs -o size=1m tmpfs "$3" && echo mounted && exec "$0" "$1" "$2" "$3"',
    ],
    ...[process.execPath, at.saver, 'full', at.folder],
  ]);
  const [first, ...lines] = mounted;
  if (first !== 'mounted') return notRunHere(what, 'no file system can be mounted');
  const checks = new Checks();
  for (const [index, [answer, meaning]] of expected.entries()) {
    const line = lines[index] ?? 'nothing';
    checks.add(line === answer ? null : `${meaning}: ${line}`);
  }
  return checks.result(what, 'the old file stays, nothing beside it');
}

/**
 * Saves where no file may become as large: a write that stops midway, on every Unix and without any rights.
 *
 * @param at a folder of its own
 */
export async function saveBeyondLimit(at: {
  readonly saver: string;
  readonly folder: string;
}): Promise<Result> {
  if (process.platform === 'win32') return notRunHere(whatLimit, 'it has none');
  const checks = new Checks();
  for (const [kind, outcome] of [
    ['kept-file', 'EFBIG'],
    ['file', 'full'],
  ] as const) {
    const folder = path.join(at.folder, kind);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'vault.age'), 'old');
    // In blocks of 512 bytes, or of 1 KiB.
    const limited = `trap '' XFSZ; ulimit -f 64; exec "$0" "$@"`;
    const [line] = await run('sh', [
      '-c',
      limited,
      process.execPath,
      at.saver,
      'once',
      folder,
      kind,
      '100000',
    ]);
    checks.add(line === outcome ? null : `${kind}: ${line ?? 'nothing'}`);
    const names = await readdir(folder);
    checks.add(names.join(' ') === 'vault.age' ? null : `${kind}: left behind ${names.join(' ')}`);
    const isOld = (await readFile(path.join(folder, 'vault.age'), 'utf8')) === 'old';
    checks.add(isOld ? null : `${kind}: the old file is lost`);
  }
  return checks.result(whatLimit, 'the old file stays, nothing beside it');
}

/** Whether a file system can be mounted for a program: as root, or where everybody may have a name space of mounts. */
export async function canMount(folder: string): Promise<boolean> {
  const root = process.getuid?.() === 0;
  const lines = await run('unshare', [
    ...(root ? [] : ['--user', '--map-root-user']),
    ...['--mount', 'sh', '-c', 'mount -t tmpfs tmpfs "$0" && echo mounted', folder],
  ]);
  return lines[0] === 'mounted';
}

async function run(command: string, args: string[]): Promise<string[]> {
  const child = startChild(command, args, { env: process.env, stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  // A command that is missing says nothing.
  await once(child, 'close').catch(() => undefined);
  return said.trim().split('\n');
}
