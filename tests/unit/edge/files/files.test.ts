import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import {
  chmod,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { limits } from '#contract/limits';
import { FileFailure } from '../../../../src-main/core/ports/files/files';
import { systemFiles } from '../../../../src-main/edge/files/files';
import { markTemporaries } from '../../../../src-main/edge/files/temporary-names';
import { temporaryFolder } from './temporary-folder';

const onUnix = process.platform !== 'win32';
const largest = limits.sealed;
const bytes = Uint8Array.from({ length: 512 }, (_, index) => 255 - (index % 256));

/** Why a call failed. Whatever is no FileFailure is a bug, and so is one that tells of names or contents. */
async function kindOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => 'done',
    (reason: unknown) => reason,
  );
  if (error === 'done') return 'done';
  if (!(error instanceof FileFailure)) throw error;
  expect(error.message).toBe(error.kind);
  expect(error.cause).toBeUndefined();
  return error.kind;
}

/** Every call, on one place. */
const calls = (folder: string, name = 'kit.age'): [string, () => Promise<unknown>][] => [
  ['list', () => systemFiles.list(folder)],
  ['look', () => systemFiles.look({ folder, name })],
  ['read', () => systemFiles.read({ folder, name })],
  ['write', () => systemFiles.write({ folder, name }, bytes)],
  ['remove', () => systemFiles.remove({ folder, name })],
];

describe('a folder that a person chose', () => {
  it('gives the names of its files, and of no folders', async () => {
    const folder = await temporaryFolder();
    expect(await systemFiles.list(folder)).toEqual([]);
    await writeFile(path.join(folder, 'a b.age'), '');
    await writeFile(path.join(folder, 'Größe 東京.age'), '');
    await mkdir(path.join(folder, 'folder.age'));
    expect([...(await systemFiles.list(folder))].sort()).toEqual(['Größe 東京.age', 'a b.age'].sort());
  });

  it('is gone when it is missing, or a file is in its place, and is never made', async () => {
    const parent = await temporaryFolder();
    await writeFile(path.join(parent, 'file'), '');
    for (const folder of [path.join(parent, 'missing'), path.join(parent, 'file')]) {
      for (const [name, call] of calls(folder)) expect(await kindOf(call()), name).toBe('gone');
    }
    expect(await readdir(parent)).toEqual(['file']);
  });

  it.each(['', '.', '..', '../kit.age', 'a/b', 'a\0b'])('has no file called %j', async (name) => {
    const folder = path.join(await temporaryFolder(), 'inner');
    await mkdir(folder);
    for (const [what, call] of calls(folder, name).slice(1)) {
      expect(await kindOf(call()), what).toBe('failed');
    }
    expect(await readdir(path.dirname(folder))).toEqual(['inner']);
  });

  it('takes names as long as the file system does', async () => {
    const folder = await temporaryFolder();
    const name = `${'n'.repeat(251)}.age`;
    await systemFiles.write({ folder, name }, bytes);
    expect(await systemFiles.read({ folder, name })).toEqual(bytes);
    expect(await kindOf(systemFiles.write({ folder, name: `n${name}` }, bytes))).toBe('failed');
    expect(await readdir(folder)).toEqual([name]);
  });
});

describe('reading', () => {
  it('gives the bytes, and null for a file that is missing', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'kit.age'), bytes);
    expect(await systemFiles.read({ folder, name: 'kit.age' })).toEqual(bytes);
    expect(await systemFiles.read({ folder, name: 'none.age' })).toBeNull();
    await writeFile(path.join(folder, 'empty.age'), '');
    expect(await systemFiles.read({ folder, name: 'empty.age' })).toEqual(new Uint8Array());
  });

  it('takes 16 MiB and no more, and costs nothing for 2 GB', async () => {
    const folder = await temporaryFolder();
    for (const [name, size] of [
      ['fits.age', largest],
      ['over.age', largest + 1],
      ['huge.age', 2_000_000_000],
    ] as const) {
      const handle = await open(path.join(folder, name), 'w');
      await handle.truncate(size);
      await handle.close();
    }
    expect(await systemFiles.read({ folder, name: 'fits.age' })).toHaveLength(largest);
    expect(await kindOf(systemFiles.read({ folder, name: 'over.age' }))).toBe('too-large');
    const before = process.memoryUsage.rss();
    const start = performance.now();
    expect(await kindOf(systemFiles.read({ folder, name: 'huge.age' }))).toBe('too-large');
    expect(performance.now() - start).toBeLessThan(500);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });

  // The kernel's list of symbols has some megabytes, and says that it has none.
  it.runIf(existsSync('/proc/kallsyms'))('is not deceived by a size of 0', async () => {
    const read = await systemFiles.read({ folder: '/proc/self', name: 'status' });
    expect(Buffer.from(read ?? []).toString()).toContain('VmRSS');
    const symbols = await systemFiles.read({ folder: '/proc', name: 'kallsyms' });
    expect(readFileSync('/proc/kallsyms').equals(symbols ?? new Uint8Array())).toBe(true);
  });

  it('follows a link to a file, and finds nothing behind a broken one', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'real'), bytes);
    await symlink('real', path.join(folder, 'kit.age'));
    await symlink('nothing', path.join(folder, 'broken.age'));
    expect(await systemFiles.read({ folder, name: 'kit.age' })).toEqual(bytes);
    expect(await systemFiles.read({ folder, name: 'broken.age' })).toBeNull();
  });

  it('fails at once for what is no file', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'folder.age'));
    expect(await kindOf(systemFiles.read({ folder, name: 'folder.age' }))).toBe('failed');
    if (!onUnix) return;
    execFileSync('mkfifo', [path.join(folder, 'pipe.age')]);
    expect(await kindOf(systemFiles.read({ folder, name: 'pipe.age' }))).toBe('failed');
    const server = createServer().listen(path.join(folder, 'socket.age'));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await kindOf(systemFiles.read({ folder, name: 'socket.age' }))).toBe('failed');
    expect(await kindOf(systemFiles.read({ folder: '/dev', name: 'zero' }))).toBe('failed');
  });
});

describe('writing', () => {
  it('replaces a file whole, for its owner alone, and leaves nothing beside it', async () => {
    const folder = await temporaryFolder();
    const place = { folder, name: 'kit.age' };
    await writeFile(path.join(folder, 'kit.age'), 'x'.repeat(5_000), { mode: 0o644 });
    await systemFiles.write(place, bytes);
    expect(await systemFiles.read(place)).toEqual(bytes);
    await systemFiles.write(place, bytes.subarray(100, 103));
    expect(await systemFiles.read(place)).toEqual(bytes.slice(100, 103));
    expect(await readdir(folder)).toEqual(['kit.age']);
    if (onUnix) expect((await stat(path.join(folder, 'kit.age'))).mode & 0o777).toBe(0o600);
  });

  it('leaves the same file under another name as it is', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'kit.age'), 'old');
    await link(path.join(folder, 'kit.age'), path.join(folder, 'copy.age'));
    await systemFiles.write({ folder, name: 'kit.age' }, bytes);
    expect(await readFile(path.join(folder, 'copy.age'), 'utf8')).toBe('old');
  });

  it('fails without litter where a folder has the name', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'kit.age', 'kept'), { recursive: true });
    expect(await kindOf(systemFiles.write({ folder, name: 'kit.age' }, bytes))).toBe('failed');
    expect(await readdir(folder)).toEqual(['kit.age']);
  });

  it('sweeps away what our own killed writes left behind, and nothing else', async () => {
    const folder = await temporaryFolder();
    markTemporaries('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d');
    const others = [
      '.latchkey-mine.tmp',
      'thesis.0123456789ab.tmp',
      '~$thesis.tmp',
      '~latchkey-ffffffff-0123456789ab.tmp',
    ];
    for (const name of ['~latchkey-0a1b2c3d-0123456789ab.tmp', ...others]) {
      await writeFile(path.join(folder, name), '');
      await utimes(path.join(folder, name), 0, 0);
    }
    await writeFile(path.join(folder, '~latchkey-0a1b2c3d-aaaaaaaaaaaa.tmp'), '');
    await systemFiles.write({ folder, name: 'kit.age' }, bytes);
    expect((await readdir(folder)).sort()).toEqual(
      ['~latchkey-0a1b2c3d-aaaaaaaaaaaa.tmp', ...others, 'kit.age'].sort(),
    );
  });

  it.runIf(onUnix)('is not allowed in a folder that may not be changed', async () => {
    const folder = await temporaryFolder();
    const place = { folder, name: 'kit.age' };
    await systemFiles.write(place, bytes);
    const isRefused = await withoutChanges(folder);
    const expected = isRefused ? 'not-allowed' : 'done';
    expect(await kindOf(systemFiles.write(place, bytes))).toBe(expected);
    if (isRefused) expect(await systemFiles.read(place)).toEqual(bytes);
    expect(await kindOf(systemFiles.remove(place))).toBe(expected);
  });
});

/** Gives whether a folder is protected now: root is stopped by chattr alone, and that not on every file system. */
async function withoutChanges(folder: string): Promise<boolean> {
  if (process.getuid?.() !== 0) {
    await chmod(folder, 0o500);
    onTestFinished(() => chmod(folder, 0o700));
    return true;
  }
  onTestFinished(() => void spawnSync('chattr', ['-i', folder]));
  return spawnSync('chattr', ['+i', folder]).status === 0;
}

describe('removing', () => {
  it('takes one file away, and does not mind its absence', async () => {
    const folder = await temporaryFolder();
    for (const name of ['a.age', 'b.age']) await systemFiles.write({ folder, name }, bytes);
    await systemFiles.remove({ folder, name: 'a.age' });
    await systemFiles.remove({ folder, name: 'a.age' });
    expect(await readdir(folder)).toEqual(['b.age']);
  });

  it('never takes a folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'folder.age'));
    expect(await kindOf(systemFiles.remove({ folder, name: 'folder.age' }))).not.toBe('done');
    expect(await readdir(folder)).toEqual(['folder.age']);
  });

  it('takes a link, not what it leads to', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'real'), bytes);
    await symlink('real', path.join(folder, 'kit.age'));
    await systemFiles.remove({ folder, name: 'kit.age' });
    expect(await readdir(folder)).toEqual(['real']);
  });
});
