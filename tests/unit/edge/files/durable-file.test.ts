import { link, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIfThere, sweepLeftovers, writeDurably } from '../../../../src-main/edge/files/durable-file';
import {
  isOwnTemporary,
  isTemporary,
  markTemporaries,
  temporaryName,
} from '../../../../src-main/edge/files/temporary-names';
import { temporaryFolder } from './temporary-folder';

const names = async (folder: string): Promise<string[]> => (await readdir(folder)).sort();

describe('writeDurably', () => {
  it('writes a new file, whole and for its owner alone, and leaves nothing beside it', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    await writeDurably(file, 'Ungültig 🔑\n', 'kept');
    expect(await readFile(file, 'utf8')).toBe('Ungültig 🔑\n');
    expect(await names(folder)).toEqual(['settings.json']);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('keeps the last good text as .bak, and only that', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    for (const text of ['one', 'two', 'three']) await writeDurably(file, text, 'kept');
    expect(await readFile(file, 'utf8')).toBe('three');
    expect(await readFile(`${file}.bak`, 'utf8')).toBe('two');
    expect(await names(folder)).toEqual(['settings.json', 'settings.json.bak']);
  });

  it('replaces a long text by a short one and an empty one', async () => {
    const file = path.join(await temporaryFolder(), 'settings.json');
    await writeDurably(file, 'x'.repeat(1_000_000), 'kept');
    await writeDurably(file, 'short', 'kept');
    expect(await readFile(file, 'utf8')).toBe('short');
    await writeDurably(file, '', 'kept');
    expect(await readFile(file, 'utf8')).toBe('');
  });

  it('writes bytes as they are, and only the part of a buffer that it was given', async () => {
    const file = path.join(await temporaryFolder(), 'vault.age');
    const bytes = Uint8Array.from({ length: 512 }, (_, index) => 255 - (index % 256));
    await writeDurably(file, bytes, 'kept');
    expect(Uint8Array.from(await readFile(file))).toEqual(bytes);
    await writeDurably(file, bytes.subarray(100, 103), 'kept');
    expect(await readFile(file)).toEqual(Buffer.of(155, 154, 153));
    await writeDurably(file, new Uint8Array(), 'kept');
    expect(await readFile(file)).toHaveLength(0);
    expect(await readFile(`${file}.bak`)).toEqual(Buffer.of(155, 154, 153));
  });

  it('leaves nothing beside it although the save before was killed once it had its backup', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    await writeDurably(file, 'old', 'kept');
    await link(file, `${file}.bak`);
    await writeDurably(file, 'new', 'kept');
    expect(await readFile(`${file}.bak`, 'utf8')).toBe('old');
    expect(await names(folder)).toEqual(['settings.json', 'settings.json.bak']);
  });

  it('leaves nothing of the old text where it is to be replaced', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'kit.age');
    for (const text of ['one', 'two', 'three']) await writeDurably(file, text, 'replaced');
    expect(await readFile(file, 'utf8')).toBe('three');
    expect(await names(folder)).toEqual(['kit.age']);
  });

  it('fails without litter where the folder is missing', async () => {
    const folder = await temporaryFolder();
    await expect(writeDurably(path.join(folder, 'missing', 'settings.json'), 'x', 'kept')).rejects.toThrow(
      'ENOENT',
    );
    expect(await names(folder)).toEqual([]);
  });

  it('fails without litter where a folder has the name of the file', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    await mkdir(path.join(file, 'kept'), { recursive: true });
    await expect(writeDurably(file, 'x', 'kept')).rejects.toThrow();
    expect(await names(folder)).toEqual(['settings.json']);
    expect(await names(file)).toEqual(['kept']);
  });

  it('fails with the old text in place, and without litter, where no backup can be kept', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    await writeDurably(file, 'old', 'kept');
    await mkdir(path.join(`${file}.bak`, 'kept'), { recursive: true });
    await expect(writeDurably(file, 'new', 'kept')).rejects.toThrow();
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await names(folder)).toEqual(['settings.json', 'settings.json.bak']);
  });
});

describe('readIfThere', () => {
  it('gives null for no file, and rejects for what cannot be read', async () => {
    const folder = await temporaryFolder();
    expect(await readIfThere(path.join(folder, 'missing'))).toBeNull();
    await expect(readIfThere(folder)).rejects.toThrow('EISDIR');
  });
});

describe('sweepLeftovers', () => {
  const ours = '~latchkey-0a1b2c3d-0123456789ab.tmp';
  const anothers = ['.latchkey-0123456789ab.tmp', '~latchkey-ffffffff-ba9876543210.tmp'];
  const strange = [
    '.latchkey-0123456789AB.tmp',
    '.latchkey-0123456789a.tmp',
    '.latchkey-notes.tmp',
    'notes.latchkey-0123456789ab.tmp',
    'settings.json',
    'settings.json.0123456789ab.tmp',
    'settings.json.bak',
    '~latchkey-0a1b2c3d-0123456789a.tmp',
    '~latchkey-0a1b2c3d.tmp',
  ];
  const young = '~latchkey-0a1b2c3d-aaaaaaaaaaaa.tmp';

  async function folderWithLeftovers(): Promise<string> {
    markTemporaries('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d');
    const folder = await temporaryFolder();
    const twoMinutesAgo = new Date(Date.now() - 120_000);
    for (const name of [ours, ...anothers, ...strange]) {
      await writeFile(path.join(folder, name), '');
      await utimes(path.join(folder, name), twoMinutesAgo, twoMinutesAgo);
    }
    await writeFile(path.join(folder, young), '');
    return folder;
  }

  it('removes what a killed save left behind, once it is older than a minute, and nothing else', async () => {
    const folder = await folderWithLeftovers();
    await sweepLeftovers(folder, 'any');
    expect(await names(folder)).toEqual([...strange, young].sort());
  });

  it('leaves what another computer may be writing, however old its clock makes it look', async () => {
    const folder = await folderWithLeftovers();
    await sweepLeftovers(folder, 'own');
    expect(await names(folder)).toEqual([...anothers, ...strange, young].sort());
  });

  it('knows what a killed save of ours is called', () => {
    markTemporaries('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d');
    const made = temporaryName();
    expect(made).toMatch(/^~latchkey-0a1b2c3d-[0-9a-f]{12}\.tmp$/);
    expect([isTemporary(made), isOwnTemporary(made)]).toEqual([true, true]);
    markTemporaries('0a1b2c3e-4e5f-4a6b-8c7d-9e0f1a2b3c4d');
    expect([isTemporary(made), isOwnTemporary(made)]).toEqual([true, false]);
  });

  it('bears a folder that is not there, and one in the place of a leftover', async () => {
    await expect(sweepLeftovers('/no/such/folder', 'any')).resolves.toBeUndefined();
    const folder = await temporaryFolder();
    const strange = path.join(folder, '.latchkey-0123456789ab.tmp');
    await mkdir(strange);
    await utimes(strange, 0, 0);
    await expect(sweepLeftovers(folder, 'any')).resolves.toBeUndefined();
    expect(await names(folder)).toEqual(['.latchkey-0123456789ab.tmp']);
  });
});
