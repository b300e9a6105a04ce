import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingsFile } from '../../../src-main/edge/settings-file';
import { temporaryFolder } from './temporary-folder';

describe('settings.json', () => {
  it('is nothing at first, in a folder that is made', async () => {
    const folder = path.join(await temporaryFolder(), 'a', 'profile');
    expect(await settingsFile(folder).read()).toEqual({ text: null, backup: null });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is read back with its last good version', async () => {
    const file = settingsFile(await temporaryFolder());
    await file.write('one');
    await file.write('two');
    expect(await file.read()).toEqual({ text: 'two', backup: 'one' });
  });

  it('is kept under another name when it is set aside, beside its last good version', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'settings.json'), '{damaged');
    await writeFile(path.join(folder, 'settings.json.bak'), 'good');
    const file = settingsFile(folder);
    await file.setAside();
    const names = (await readdir(folder)).sort();
    expect(names).toEqual([expect.stringMatching(/^settings\.damaged-\d{17}\.json$/), 'settings.json.bak']);
    expect(await readFile(path.join(folder, names[0] ?? ''), 'utf8')).toBe('{damaged');
    expect(await file.read()).toEqual({ text: null, backup: 'good' });
  });

  it('rejects when something that is no file has its name', async () => {
    const folder = await temporaryFolder();
    await settingsFile(path.join(folder, 'settings.json')).read();
    await expect(settingsFile(folder).read()).rejects.toThrow('EISDIR');
  });
});
