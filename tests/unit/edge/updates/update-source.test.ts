import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Surroundings, updateSource } from '../../../../src-main/edge/updates/update-source';
import { temporaryFolder } from '../files/temporary-folder';

const feed = { url: 'https://updates.example.com/latchkey/', publicKey: 'MCowBQYDK2VwAyEA' };
const bare: Omit<Surroundings, 'resources'> = {
  platform: 'linux',
  env: {},
  executable: '/home/somebody/latchkey/latchkey',
  flatpakInfo: '/nonexistent',
};

async function sourceOf(change: Partial<Surroundings>, content: unknown = feed) {
  const resources = await temporaryFolder();
  await writeFile(path.join(resources, 'updates.json'), JSON.stringify(content));
  return updateSource({ ...bare, resources, ...change });
}

test.each([
  ['a folder that somebody unpacked', {}, 'by-hand'],
  ['a Flatpak', { flatpakInfo: import.meta.filename }, 'elsewhere'],
  ['macOS', { platform: 'darwin' }, 'itself'],
  ['Windows', { platform: 'win32' }, 'itself'],
  [
    'a portable program',
    { platform: 'win32', env: { PORTABLE_EXECUTABLE_FILE: 'D:\\Latchkey.exe' } },
    'by-hand',
  ],
  // What these programs hand on to what they start.
  ['one that another AppImage started', { env: { APPIMAGE: '/home/somebody/Other.AppImage' } }, 'by-hand'],
  ['one that a snap started', { env: { SNAP: '/snap/code/1' } }, 'by-hand'],
  ['one that a Flatpak started', { env: { FLATPAK_ID: 'org.example.Terminal' } }, 'by-hand'],
] as const)('%s', async (_what, change, way) => {
  expect(await sourceOf(change)).toMatchObject({ way, appImage: null, root: null });
});

test.runIf(process.platform === 'linux')(
  'an AppImage replaces the file that it was mounted from',
  async () => {
    const home = await temporaryFolder();
    const [appImage, mount] = [path.join(home, 'Latchkey.AppImage'), path.join(home, '.mount_LatchkAbC')];
    await writeFile(appImage, Buffer.from('\x7fELF\x02\x01\x01\x00AI\x02', 'latin1'));
    await mkdir(mount);
    const mounts = path.join(home, 'mountinfo');
    await writeFile(mounts, `36 35 0:52 / ${mount} ro - fuse.Latchkey.AppImage Latchkey.AppImage ro\n`);
    const env = { APPIMAGE: appImage, APPDIR: mount };
    const source = await sourceOf({ env, mounts, executable: path.join(mount, 'latchkey') });
    expect(source).toMatchObject({ way: 'itself', kind: 'appimage', appImage, root: null });
  },
);

test.runIf(process.platform !== 'win32')('a snap is left to its store', async () => {
  const snap = { env: { SNAP: '/snap/latchkey/1' }, executable: '/snap/latchkey/1/latchkey' };
  expect((await sourceOf(snap)).way).toBe('elsewhere');
});

test('what runs from its sources looks nowhere', () => {
  expect(updateSource({ ...bare, resources: null })).toMatchObject({ way: 'elsewhere', feed: null });
});

test('a package without an address looks nowhere', async () => {
  const source = updateSource({ ...bare, resources: await temporaryFolder() });
  expect(source).toMatchObject({ way: 'elsewhere', feed: null });
});

test.each([
  [{ ...feed, url: 'http://updates.example.com/' }],
  [{ ...feed, url: 'file:///tmp/' }],
  [{ ...feed, url: 'http://127.0.0.1.example.com/' }],
  [{ ...feed, url: 'no address' }],
  [{ url: feed.url }],
  ['text'],
  [null],
])('%j is no address', async (content) => {
  expect(await sourceOf({}, content)).toMatchObject({ way: 'elsewhere', feed: null });
});

test('http is taken for this computer', async () => {
  const local = { ...feed, url: 'http://127.0.0.1:8080/' };
  expect((await sourceOf({}, local)).feed).toEqual(local);
});
