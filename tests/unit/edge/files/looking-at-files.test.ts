import { execFileSync } from 'node:child_process';
import { symlink, truncate, unlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { FileFailure } from '../../../../src-main/core/ports/files/files';
import { systemFiles } from '../../../../src-main/edge/files/files';
import { temporaryFolder } from './temporary-folder';

const onUnix = process.platform !== 'win32';
const largest = limits.sealed;
const bytes = Uint8Array.from({ length: 512 }, (_, index) => 255 - (index % 256));

/** Why a call failed. */
const kindOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof FileFailure ? error.kind : 'a bug'),
  );

describe('looking', () => {
  it('gives size, time and the first bytes, and nothing of a file that is too large', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'kit.age'), bytes);
    await utimes(path.join(folder, 'kit.age'), 1_000, 1_000);
    expect(await systemFiles.look({ folder, name: 'kit.age' })).toEqual({
      size: bytes.length,
      modifiedAt: 1_000_000,
      start: bytes.slice(0, 200),
    });
    await writeFile(path.join(folder, 'empty.age'), '');
    expect(await systemFiles.look({ folder, name: 'empty.age' })).toMatchObject({
      size: 0,
      start: new Uint8Array(),
    });
    await truncate(path.join(folder, 'kit.age'), largest + 1);
    expect(await systemFiles.look({ folder, name: 'kit.age' })).toMatchObject({ start: new Uint8Array() });
    expect(await systemFiles.look({ folder, name: 'none.age' })).toBeNull();
  });

  it.runIf(onUnix)('waits for nothing that is no file, also behind a link', async () => {
    const folder = await temporaryFolder();
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    for (const target of ['pipe', '/dev/zero', '/dev/tty', '.']) {
      await symlink(target, path.join(folder, 'link.age'));
      expect(await kindOf(systemFiles.look({ folder, name: 'link.age' })), target).toBe('failed');
      expect(await kindOf(systemFiles.read({ folder, name: 'link.age' })), target).toBe('failed');
      await unlink(path.join(folder, 'link.age'));
    }
  });
});
