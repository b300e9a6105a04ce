import { mkdir, readdir, realpath, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  profileFile,
  settingsFile,
  steadyPlace,
  vaultFile,
} from '../../../../src-main/edge/files/profile-files';
import { temporaryFolder } from './temporary-folder';

const names = async (folder: string): Promise<string[]> => (await readdir(folder)).sort();

describe('settings.json', () => {
  it('is nothing at first, in a folder that is made', async () => {
    const folder = path.join(await temporaryFolder(), 'a', 'profile');
    expect(await settingsFile(folder).read()).toEqual({ text: null, backup: null });
    expect(await names(folder)).toEqual([]);
  });

  it('is read back as text with its last good version', async () => {
    const folder = await temporaryFolder();
    const file = settingsFile(folder);
    await file.write('one');
    await file.write('Größe 🔑');
    expect(await file.read()).toEqual({ text: 'Größe 🔑', backup: 'one' });
    expect(await names(folder)).toEqual(['settings.json', 'settings.json.bak']);
  });

  it('is read as text although it is none, so that it can be set aside', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'settings.json'), Uint8Array.of(0xff, 0xfe));
    const file = settingsFile(folder);
    expect(await file.read()).toEqual({ text: '\ufffd\ufffd', backup: null });
    await file.setAside();
    expect(await file.read()).toEqual({ text: null, backup: null });
    expect(await names(folder)).toEqual([expect.stringMatching(/^settings\.damaged-\d{17}\.json$/)]);
  });

  it('rejects when something that is no file has its name', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'settings.json'));
    await expect(settingsFile(folder).read()).rejects.toThrow('EISDIR');
  });
});

describe('vault.age', () => {
  const sealed = Uint8Array.from({ length: 700 }, (_, index) => index % 256);

  it('is nothing at first, in a folder that is made', async () => {
    const folder = path.join(await temporaryFolder(), 'profile');
    expect(await vaultFile(folder).read()).toEqual({ sealed: null, backup: null });
    expect(await names(folder)).toEqual([]);
  });

  it('is read back byte for byte with its last good version', async () => {
    const folder = await temporaryFolder();
    const file = vaultFile(folder);
    await file.write(sealed);
    await file.write(sealed.subarray(1, 300));
    const read = await file.read();
    expect(Uint8Array.from(read.sealed ?? [])).toEqual(sealed.slice(1, 300));
    expect(Uint8Array.from(read.backup ?? [])).toEqual(sealed);
    expect(await names(folder)).toEqual(['vault.age', 'vault.age.bak']);
  });

  it('is kept under another name when it is set aside, and the next one takes its place', async () => {
    const folder = await temporaryFolder();
    const file = vaultFile(folder);
    await file.write(Uint8Array.of(1));
    await file.write(Uint8Array.of(2));
    await file.setAside('damaged');
    await file.write(Uint8Array.of(3));
    expect(await file.read()).toMatchObject({ sealed: Buffer.of(3), backup: Buffer.of(1) });
    expect(await names(folder)).toEqual([
      'vault.age',
      'vault.age.bak',
      expect.stringMatching(/^vault\.damaged-\d{17}\.age$/),
    ]);
  });

  it('rejects when it or its last good version cannot be read', async () => {
    const folder = await temporaryFolder();
    const file = vaultFile(folder);
    await file.write(sealed);
    await mkdir(path.join(folder, 'vault.age.bak'));
    await expect(file.read()).rejects.toThrow('EISDIR');
  });

  it('lives beside the settings without touching them', async () => {
    const folder = await temporaryFolder();
    await settingsFile(folder).write('{}');
    await vaultFile(folder).write(sealed);
    await vaultFile(folder).setAside('damaged');
    expect(await settingsFile(folder).read()).toEqual({ text: '{}', backup: null });
  });
});

describe('profile.json', () => {
  it('is read back with its last good version, and knows where it really lies', async () => {
    const folder = await temporaryFolder();
    const link = `${folder}-link`;
    await symlink(folder, link);
    onTestFinished(() => unlink(link));
    const file = profileFile(link);
    expect(file.place).toBe(await realpath(folder));
    await file.write('one');
    await file.write('two');
    expect(await file.read()).toEqual({ text: 'two', backup: 'one' });
  });

  it.each([
    ['/home/ada/snap/latchkey/12/.config/Latchkey', '/home/ada/snap/latchkey/revision/.config/Latchkey'],
    ['/home/ada/snap/latchkey/x3/.config', '/home/ada/snap/latchkey/revision/.config'],
    ['/home/ada/snap/latchkey/common', '/home/ada/snap/latchkey/common'],
    ['/home/ada/2026/snap', '/home/ada/2026/snap'],
  ])('in %s is the same whatever the revision of a snap', (folder, place) => {
    expect(steadyPlace(folder)).toBe(place);
  });
});
