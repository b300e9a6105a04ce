import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { keptFile } from '../../../../src-main/edge/files/kept-file';
import { temporaryFolder } from './temporary-folder';

const names = async (folder: string): Promise<string[]> => (await readdir(folder)).sort();

describe('a kept file', () => {
  it('is set aside whole, with its last good version left where it is', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'notes.json'), '{damaged');
    await writeFile(path.join(folder, 'notes.json.bak'), 'good');
    const file = keptFile(folder, 'notes.json');
    await file.setAside('damaged');
    const [aside = '', backup] = await names(folder);
    expect(aside).toMatch(/^notes\.damaged-\d{17}\.json$/);
    expect(backup).toBe('notes.json.bak');
    expect(await readFile(path.join(folder, aside), 'utf8')).toBe('{damaged');
    expect(await file.read()).toEqual({ content: null, backup: Buffer.from('good') });
  });

  it('that is written after it was set aside leaves the last good version alone', async () => {
    const folder = await temporaryFolder();
    const file = keptFile(folder, 'notes.json');
    for (const text of ['good', 'damaged']) await file.write(text);
    await file.setAside('damaged');
    await file.write('new');
    expect(await file.read()).toEqual({ content: Buffer.from('new'), backup: Buffer.from('good') });
  });

  it('that is not there cannot be set aside', async () => {
    await expect(keptFile(await temporaryFolder(), 'notes.json').setAside('damaged')).rejects.toThrow(
      'ENOENT',
    );
  });

  it('in a folder that cannot be made rejects', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'taken'), '');
    await expect(keptFile(path.join(folder, 'taken'), 'notes.json').read()).rejects.toThrow('EEXIST');
  });

  it('sweeps away what killed saves left behind when it is read', async () => {
    const folder = await temporaryFolder();
    const leftover = path.join(folder, '.latchkey-0123456789ab.tmp');
    await writeFile(leftover, '');
    const old = new Date(Date.now() - 120_000);
    await utimes(leftover, old, old);
    await keptFile(folder, 'notes.json').read();
    await vi.waitFor(async () => expect(await names(folder)).toEqual([]));
  });
});
