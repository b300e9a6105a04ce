import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Surroundings, updateSource } from '../../../src-main/edge/updates/update-source';
import { temporaryFolder } from './temporary-folder';

const feed = { url: 'https://updates.example.com/latchkey/', publicKey: 'MCowBQYDK2VwAyEA' };
const bare: Omit<Surroundings, 'resources'> = {
  platform: 'linux',
  env: {},
  executable: '/home/somebody/latchkey/latchkey',
};

async function sourceOf(change: Partial<Surroundings>, content: unknown = feed) {
  const resources = await temporaryFolder();
  await writeFile(path.join(resources, 'updates.json'), JSON.stringify(content));
  return updateSource({ ...bare, resources, ...change });
}

test.each([
  ['a folder that somebody unpacked', {}, 'by-hand'],
  ['an AppImage', { env: { APPIMAGE: '/home/somebody/Latchkey.AppImage' } }, 'itself'],
  ['a snap', { env: { SNAP: '/snap/latchkey/1' } }, 'elsewhere'],
  ['a Flatpak', { env: { FLATPAK_ID: 'org.latchkey.Latchkey' } }, 'elsewhere'],
  ['macOS', { platform: 'darwin' }, 'itself'],
  ['Windows', { platform: 'win32' }, 'itself'],
  [
    'a portable program',
    { platform: 'win32', env: { PORTABLE_EXECUTABLE_FILE: 'D:\\Latchkey.exe' } },
    'by-hand',
  ],
] as const)('%s', async (_what, change, way) => {
  expect((await sourceOf(change)).way).toBe(way);
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
