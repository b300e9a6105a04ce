import { link, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIfThere, sweepLeftovers, writeDurably } from '../../../src-main/edge/durable-file';
import { temporaryFolder } from './temporary-folder';

const names = async (folder: string): Promise<string[]> => (await readdir(folder)).sort();

describe('writeDurably', () => {
  it('writes a new file, whole and for its owner alone, and leaves nothing beside it', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    await writeDurably(file, 'Ungültig 🔑\n');
    expect(await readFile(file, 'utf8')).toBe('Ungültig 🔑\n');
    expect(await names(folder)).toEqual(['settings.json']);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('keeps the last good text as .bak, and only that', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    for (const text of ['one', 'two', 'three']) await writeDurably(file, text);
    expect(await readFile(file, 'utf8')).toBe('three');
    expect(await readFile(`${file}.bak`, 'utf8')).toBe('two');
    expect(await names(folder)).toEqual(['settings.json', 'settings.json.bak']);
  });

  it('replaces a long text by a short one and an empty one', async () => {
    const file = path.join(await temporaryFolder(), 'settings.json');
    await writeDurably(file, 'x'.repeat(1_000_000));
    await writeDurably(file, 'short');
    expect(await readFile(file, 'utf8')).toBe('short');
    await writeDurably(file, '');
    expect(await readFile(file, 'utf8')).toBe('');
  });

  it('writes bytes as they are, and only the part of a buffer that it was given', async () => {
    const file = path.join(await temporaryFolder(), 'vault.age');
    const bytes = Uint8Array.from({ length: 512 }, (_, index) => 255 - (index % 256));
    await writeDurably(file, bytes);
    expect(Uint8Array.from(await readFile(file))).toEqual(bytes);
    await writeDurably(file, bytes.subarray(100, 103));
    expect(await readFile(file)).toEqual(Buffer.of(155, 154, 153));
    await writeDurably(file, new Uint8Array());
    expect(await readFile(file)).toHaveLength(0);
    expect(await readFile(`${file}.bak`)).toEqual(Buffer.of(155, 154, 153));
  });

  it('leaves nothing beside it although the save before was killed once it had its backup', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    await writeDurably(file, 'old');
    await link(file, `${file}.bak`);
    await writeDurably(file, 'new');
    expect(await readFile(`${file}.bak`, 'utf8')).toBe('old');
    expect(await names(folder)).toEqual(['settings.json', 'settings.json.bak']);
  });

  it('fails without litter where the folder is missing', async () => {
    const folder = await temporaryFolder();
    await expect(writeDurably(path.join(folder, 'missing', 'settings.json'), 'x')).rejects.toThrow('ENOENT');
    expect(await names(folder)).toEqual([]);
  });

  it('fails without litter where a folder has the name of the file', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    await mkdir(path.join(file, 'kept'), { recursive: true });
    await expect(writeDurably(file, 'x')).rejects.toThrow();
    expect(await names(folder)).toEqual(['settings.json']);
    expect(await names(file)).toEqual(['kept']);
  });

  it('fails with the old text in place, and without litter, where no backup can be kept', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    await writeDurably(file, 'old');
    await mkdir(path.join(`${file}.bak`, 'kept'), { recursive: true });
    await expect(writeDurably(file, 'new')).rejects.toThrow();
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
  it('removes what a killed save left behind, once it is older than a minute, and nothing else', async () => {
    const folder = await temporaryFolder();
    const old = ['settings.json.0123456789ab.tmp', 'settings.json.bak.ba9876543210.tmp'];
    const kept = [
      'settings.json',
      'settings.json.bak',
      'notes.tmp',
      'x.0123456789AB.tmp',
      'x.0123456789a.tmp',
    ];
    const young = 'settings.json.aaaaaaaaaaaa.tmp';
    const twoMinutesAgo = new Date(Date.now() - 120_000);
    for (const name of [...old, ...kept]) {
      await writeFile(path.join(folder, name), '');
      await utimes(path.join(folder, name), twoMinutesAgo, twoMinutesAgo);
    }
    await writeFile(path.join(folder, young), '');
    await sweepLeftovers(folder);
    expect(await names(folder)).toEqual([...kept, young].sort());
  });

  it('bears a folder that is not there', async () => {
    await expect(sweepLeftovers('/no/such/folder')).resolves.toBeUndefined();
  });
});
