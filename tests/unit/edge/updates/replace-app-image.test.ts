import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { UpdateFailure } from '../../../../src-main/core/ports/package-updates';
import type { Fetched } from '../../../../src-main/edge/updates/installer';
import { replaceAppImage } from '../../../../src-main/edge/updates/replace-app-image';
import { temporaryFolder } from '../files/temporary-folder';

/** Elsewhere there is none of this. */
const onUnix = test.runIf(process.platform !== 'win32');

const appImage = (size: number, fill: number): Buffer =>
  Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01\x00AI\x02', 'latin1'), Buffer.alloc(size, fill)]);
/** More than is copied at once. */
const newer = appImage(9_000_000, 2);

/** A folder with an AppImage by some name, and a newer one that was fetched. */
async function about(name: string) {
  const folder = path.join(await temporaryFolder(), "it's $HOME; `here`");
  const pending = path.join(folder, 'pending');
  await mkdir(pending, { recursive: true });
  const [current, file] = [path.join(folder, name), path.join(pending, 'Latchkey-0.2.0.AppImage')];
  await writeFile(current, appImage(1000, 1));
  await chmod(current, 0o750);
  await writeFile(file, newer);
  const listed = {
    name: 'Latchkey-0.2.0.AppImage',
    sha512: createHash('sha512').update(newer).digest('base64'),
    size: newer.length,
  };
  const fetched = { file, listed } as Fetched;
  const files = async (): Promise<string[]> =>
    (await readdir(folder)).filter((one) => one !== 'pending').sort();
  const replace = (): string => {
    try {
      return path.basename(replaceAppImage(current, fetched));
    } catch (error) {
      return error instanceof UpdateFailure ? error.kind : String(error);
    }
  };
  return { folder, current, file, files, replace };
}

onUnix('a name that tells a version becomes the new one’s', async () => {
  const { folder, files, replace } = await about('Latchkey-0.1.0.AppImage');
  expect(replace()).toBe('Latchkey-0.2.0.AppImage');
  expect(await files()).toEqual(['Latchkey-0.2.0.AppImage']);
  const place = path.join(folder, 'Latchkey-0.2.0.AppImage');
  expect((await readFile(place)).equals(newer)).toBe(true);
  expect((await stat(place)).mode & 0o777).toBe(0o750);
});

onUnix.each(['My codes', 'Latchkey.AppImage'])('%s keeps the name that somebody gave it', async (name) => {
  const { current, files, replace } = await about(name);
  expect(replace()).toBe(name);
  expect(await files()).toEqual([name]);
  expect((await readFile(current)).equals(newer)).toBe(true);
});

onUnix('a file by the new name is somebody’s, and is left alone', async () => {
  const { folder, current, replace } = await about('Latchkey-0.1.0.AppImage');
  const theirs = path.join(folder, 'Latchkey-0.2.0.AppImage');
  await writeFile(theirs, 'theirs');
  expect(replace()).toBe('Latchkey-0.1.0.AppImage');
  expect(await readFile(theirs, 'utf8')).toBe('theirs');
  expect((await readFile(current)).equals(newer)).toBe(true);
});

onUnix.each([
  ['exchanged', (file: string) => writeFile(file, appImage(9_000_000, 3)), 'not-genuine'],
  ['longer', (file: string) => writeFile(file, Buffer.concat([newer, Buffer.alloc(1)])), 'not-genuine'],
  ['shorter', (file: string) => writeFile(file, newer.subarray(1)), 'not-genuine'],
  ['gone', (file: string) => rm(file), 'not-installed'],
  [
    'a link to something else',
    async (file: string) => {
      await writeFile(`${file}.else`, newer);
      await rm(file);
      await symlink(`${file}.else`, file);
    },
    'not-installed',
  ],
])('what was fetched and is %s now is not installed', async (_what, exchange, kind) => {
  const { current, file, files, replace } = await about('Latchkey-0.1.0.AppImage');
  await exchange(file);
  expect(replace()).toBe(kind);
  expect(await files()).toEqual(['Latchkey-0.1.0.AppImage']);
  expect((await readFile(current)).equals(appImage(1000, 1))).toBe(true);
});

onUnix('another program’s file in its place is not written over', async () => {
  const { current, files, replace } = await about('Latchkey-0.1.0.AppImage');
  await writeFile(current, 'three years of work');
  expect(replace()).toBe('not-installed');
  expect(await files()).toEqual(['Latchkey-0.1.0.AppImage']);
  expect(await readFile(current, 'utf8')).toBe('three years of work');
});
