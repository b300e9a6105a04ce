import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { originOf } from '../../../../src-main/edge/program/origin';
import { temporaryFolder } from '../files/temporary-folder';

/** Elsewhere there is none of this. */
const onUnix = test.runIf(process.platform !== 'win32');

const appImage = Buffer.concat([
  Buffer.from('\x7fELF\x02\x01\x01\x00', 'latin1'),
  Buffer.from([0x41, 0x49, 0x02]),
  Buffer.alloc(100),
]);
const nothing = { appImage: null, store: null, isFleeting: false };

/** Somebody's home with two AppImages, of which ours runs, mounted as AppImages are. */
async function home() {
  const folder = await temporaryFolder();
  const [ours, other, document, mount] = [
    'My Latchkey-0.1.0.AppImage',
    'Other.AppImage',
    'thesis.odt',
    '.mount_Latchk x',
  ].map((name) => path.join(folder, name)) as [string, string, string, string];
  await writeFile(ours, appImage);
  await writeFile(other, appImage);
  await writeFile(document, 'three years of work');
  await mkdir(mount);
  const mounts = path.join(folder, 'mountinfo');
  const escaped = (text: string): string => text.replaceAll(' ', '\\040');
  const line = (where: string, kind: string, name: string): string =>
    `36 35 0:52 / ${escaped(where)} ro,nosuid,nodev,relatime shared:9 - ${escaped(kind)} ${escaped(name)} ro,user_id=1000`;
  const mountedAs = (kind: string, name: string): Promise<void> =>
    writeFile(mounts, `22 1 8:1 / / rw - ext4 /dev/sda1 rw\n${line(mount, kind, name)}\n`);
  await mountedAs('fuse.My Latchkey-0.1.0.AppImage', path.basename(ours));
  const judge = (env: NodeJS.ProcessEnv, executable = path.join(mount, 'latchkey')) =>
    originOf({ env, executable, mounts, flatpakInfo: path.join(folder, 'flatpak-info') });
  return { folder, ours, other, document, mount, judge, mountedAs };
}

onUnix('an AppImage is known by what is mounted where the program lies', async () => {
  const { ours, mount, judge } = await home();
  expect(judge({ APPIMAGE: ours, APPDIR: mount })).toEqual({
    appImage: ours,
    store: null,
    isFleeting: true,
  });
});

onUnix('a program that another AppImage has started is none, whatever it was handed', async () => {
  const { other, mount, judge } = await home();
  for (const executable of ['/opt/Latchkey/latchkey', `${mount}-else/latchkey`]) {
    expect(judge({ APPIMAGE: other, APPDIR: mount }, executable)).toEqual(nothing);
    expect(judge({ APPIMAGE: other }, executable)).toEqual(nothing);
    expect(judge({ APPIMAGE: other, APPDIR: '/' }, executable)).toEqual(nothing);
  }
});

onUnix('no file but the one that is mounted is taken for ours', async () => {
  const { folder, ours, other, document, mount, judge } = await home();
  const link = path.join(folder, 'link');
  await symlink(ours, link);
  for (const file of [other, document, link, folder, path.join(folder, 'none'), 'relative.AppImage', '']) {
    expect(judge({ APPIMAGE: file, APPDIR: mount })).toEqual({ ...nothing, isFleeting: true });
  }
});

onUnix('a document by the very name of what is mounted is no AppImage', async () => {
  const { folder, ours, mount, judge } = await home();
  const elsewhere = path.join(folder, 'elsewhere', path.basename(ours));
  await mkdir(path.dirname(elsewhere));
  await writeFile(elsewhere, 'three years of work');
  expect(judge({ APPIMAGE: elsewhere, APPDIR: mount }).appImage).toBeNull();
  await writeFile(elsewhere, '');
  expect(judge({ APPIMAGE: elsewhere, APPDIR: mount }).appImage).toBeNull();
});

onUnix.each([
  ['ext4', 'My Latchkey-0.1.0.AppImage'],
  ['fuse.sshfs', 'server:/home'],
  ['fusectl', 'My Latchkey-0.1.0.AppImage'],
])('a folder where %s is mounted is no AppImage’s', async (kind, name) => {
  const { ours, mount, judge, mountedAs } = await home();
  await mountedAs(kind, name);
  expect(judge({ APPIMAGE: ours, APPDIR: mount }).appImage).toBeNull();
});

onUnix.each([
  ['/snap/latchkey/12', '/snap/latchkey/12/app/latchkey', 'snap'],
  ['/var/lib/snapd/snap/latchkey/12', '/var/lib/snapd/snap/latchkey/12/app/latchkey', 'snap'],
  ['/snap/code/3', '/opt/Latchkey/latchkey', null],
  ['/snap/latchkey/1', '/snap/latchkey/12/app/latchkey', null],
  ['/opt/Latchkey', '/opt/Latchkey/latchkey', null],
  ['/', '/opt/Latchkey/latchkey', null],
  ['snap', '/opt/Latchkey/latchkey', null],
])('with SNAP=%s, %s runs in the world of %s', async (SNAP, executable, store) => {
  const { judge } = await home();
  expect(judge({ SNAP }, executable).store).toBe(store);
});

onUnix('Flatpak is known by the file that it puts there, and not by what it is said to be', async () => {
  const { folder, judge } = await home();
  expect(judge({ FLATPAK_ID: 'org.example.Terminal' }, '/opt/Latchkey/latchkey')).toEqual(nothing);
  await writeFile(path.join(folder, 'flatpak-info'), '[Application]\n');
  expect(judge({}, '/app/latchkey/latchkey').store).toBe('flatpak');
});
