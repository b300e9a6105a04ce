import type * as promises from 'node:fs/promises';
import { lstat, mkdir, readdir, readFile, readlink, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { limits } from '#contract/limits';
import { rowsOf } from '../../../app/rows-of';
import { backupName, backupsIn } from '../../../../src-main/core/backup/content/file-names';
import { FileFailure } from '../../../../src-main/core/ports/files/files';
import { systemFiles } from '../../../../src-main/edge/files/files';
import { makeApp } from '../../../app/make-app';
import { computerOf } from '../../core/backup/folders/backup-world';
import { temporaryFolder } from './temporary-folder';

const links = vi.hoisted(() => ({ allowed: true }));
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof promises>();
  const link: typeof original.link = (from, to) =>
    links.allowed ? original.link(from, to) : Promise.reject(Object.assign(new Error(), { code: 'EPERM' }));
  return { ...original, link, default: { ...original, link } };
});

const name = 'latchkey-backup-20260102T030405000Z.age';
const bytes = new Uint8Array([1, 2, 3]);
const passphrase = 'correct horse battery';
const onUnix = process.platform !== 'win32';

const writeNew = (folder: string): Promise<string> =>
  systemFiles.write({ folder, name }, bytes, 'nothing').then(
    () => 'done',
    (error: unknown) => (error instanceof FileFailure ? error.kind : 'thrown'),
  );

describe.each([true, false])('a file that must write over nothing (with hard links: %s)', (allowed) => {
  const start = async (): Promise<string> => {
    links.allowed = allowed;
    onTestFinished(() => void (links.allowed = true));
    return temporaryFolder();
  };

  it('is written whole where its name is free, and nothing stays beside it', async () => {
    const folder = await start();
    expect(await writeNew(folder)).toBe('done');
    expect(new Uint8Array(await readFile(path.join(folder, name)))).toEqual(bytes);
    expect(await readdir(folder)).toEqual([name]);
    if (onUnix) expect((await lstat(path.join(folder, name))).mode & 0o777).toBe(0o600);
  });

  it('leaves a file that has its name as it was', async () => {
    const folder = await start();
    await writeFile(path.join(folder, name), 'of somebody else');
    expect(await writeNew(folder)).toBe('taken');
    expect(await readFile(path.join(folder, name), 'utf8')).toBe('of somebody else');
    expect(await readdir(folder)).toEqual([name]);
  });

  it('leaves a folder that has its name', async () => {
    const folder = await start();
    await mkdir(path.join(folder, name));
    expect(await writeNew(folder)).toBe('taken');
    expect(await readdir(folder)).toEqual([name]);
  });

  it.runIf(onUnix)('follows no link that has its name, wherever it leads', async () => {
    const folder = await start();
    const outside = path.join(await temporaryFolder(), 'outside');
    await symlink(outside, path.join(folder, name));
    expect(await writeNew(folder)).toBe('taken');
    expect(await readlink(path.join(folder, name))).toBe(outside);
    expect(await readdir(path.dirname(outside))).toEqual([]);
  });
});

describe.runIf(onUnix)('our next names in a real folder, taken by', () => {
  it.each<[string, (place: string) => Promise<unknown>]>([
    ['folders', (place) => mkdir(place)],
    ['folders that are not empty', (place) => mkdir(path.join(place, 'inside'), { recursive: true })],
    ['links that lead nowhere', (place) => symlink('/nowhere/at/all', place)],
    ['links to a device', (place) => symlink('/dev/zero', place)],
    [
      'files that are too large',
      (place) => writeFile(place, '').then(() => truncate(place, limits.sealed + 1)),
    ],
  ])('%s: the backup gets a free one, and a fresh computer finds it', async (_what, plant) => {
    const folder = await temporaryFolder();
    const real = { files: systemFiles };
    const world = makeApp({}, real);
    const codes = rowsOf('acdef-11111\nacdef-22222');
    const { ledgerId } = await world.backend.addHandKept({ label: 'Mail', codes });
    world.dialogs.folder = folder;
    await world.backend.chooseBackupFolder({});
    await world.backend.setUpBackup({ passphrase });
    const planted = Array.from({ length: 8 }, (_, later) =>
      backupName(world.clock.now() + 1 + later, computerOf(world)),
    );
    for (const one of planted) await plant(path.join(folder, one));
    await world.backend.useNextCode({ ledgerId });
    await world.backend.lookAtBackups({});
    await world.backend.lookAtBackups({});
    const { backups } = await world.backend.readSnapshot({});
    expect(backups?.folders).toMatchObject([{ health: 'current' }]);

    const fresh = makeApp({ sealer: world.sealer }, real);
    fresh.dialogs.folder = folder;
    await fresh.backend.chooseRestoreSource({ what: 'folder' });
    const { ledgers } = await fresh.backend.openRestore({ secret: passphrase });
    expect(ledgers).toMatchObject([{ codes: 2, left: 1 }]);
    const names = await readdir(folder);
    expect(names).toEqual(expect.arrayContaining(planted));
    expect(backupsIn(names).filter((one) => !planted.includes(one))).toHaveLength(2);
  });
});
