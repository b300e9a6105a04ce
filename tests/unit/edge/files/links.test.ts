import type * as promises from 'node:fs/promises';
import { lstat, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { FileFailure } from '../../../../src-main/core/ports/files/files';
import { systemFiles } from '../../../../src-main/edge/files/files';
import { keptFile } from '../../../../src-main/edge/files/kept-file';
import { sealedKeyFile } from '../../../../src-main/edge/files/sealed-key-file';
import { temporaryFolder } from './temporary-folder';

const disks = vi.hoisted(() => ({ apart: false }));
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof promises>();
  const apart = (from: unknown, to: unknown): boolean =>
    disks.apart && path.dirname(String(from)) !== path.dirname(String(to));
  const refused = (): Promise<never> => Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }));
  const link: typeof original.link = (from, to) => (apart(from, to) ? refused() : original.link(from, to));
  const rename: typeof original.rename = (from, to) =>
    apart(from, to) ? refused() : original.rename(from, to);
  return { ...original, link, rename, default: { ...original, link, rename } };
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (file: string): Promise<string> => readFile(file, 'utf8');

interface Linked {
  readonly folder: string;
  readonly elsewhere: string;
  /** The link, and what it leads to. */
  readonly link: string;
  readonly target: string;
}

async function linked(name: string, content: string | null): Promise<Linked> {
  const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  const [link, target] = [path.join(folder, name), path.join(elsewhere, `my-${name}`)];
  if (content !== null) await writeFile(target, content);
  await symlink(path.relative(folder, target), link);
  return { folder, elsewhere, link, target };
}

async function expectLink({ folder, link, target }: Linked): Promise<void> {
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(path.resolve(folder, await readlink(link))).toBe(target);
}

describe.runIf(process.platform !== 'win32').each([false, true])('a link (to another disk: %s)', (apart) => {
  const start = (name: string, content: string | null): Promise<Linked> => {
    disks.apart = apart;
    onTestFinished(() => void (disks.apart = false));
    return linked(name, content);
  };

  it.each(['settings.json', 'vault.age', 'profile.json'])(
    'in the place of %s is written through',
    async (name) => {
      const place = await start(name, 'one');
      const file = keptFile(place.folder, name);
      for (const text of ['two', 'three']) await file.write(text);
      await expectLink(place);
      expect(await textOf(place.target)).toBe('three');
      expect((await file.read()).content?.toString()).toBe('three');
      // The last good version is our own, and lies where it is looked for, whatever becomes of the other disk.
      expect((await lstat(`${place.link}.bak`)).isFile()).toBe(true);
      expect((await file.read()).backup?.toString()).toBe('two');
      expect((await readdir(place.folder)).sort()).toEqual([name, `${name}.bak`]);
      expect(await readdir(place.elsewhere)).toEqual([`my-${name}`]);
    },
  );

  it('in the place of the sealed key is written through, and a change of the lock keeps it', async () => {
    const place = await start('vault-key.age', 'one');
    const file = sealedKeyFile(place.folder);
    await file.write(bytes('two'));
    await expectLink(place);
    expect(await textOf(place.target)).toBe('two');
    await file.writeNext(bytes('three'));
    await file.takeNext();
    await expectLink(place);
    expect(await textOf(place.target)).toBe('three');
    expect(await readdir(place.folder)).toEqual(['vault-key.age']);
    expect(await readdir(place.elsewhere)).toEqual(['my-vault-key.age']);
  });

  it('in the place of the sealed key goes with what it leads to: nothing of an old lock stays', async () => {
    const place = await start('vault-key.age', 'one');
    await sealedKeyFile(place.folder).remove();
    expect(await readdir(place.folder)).toEqual([]);
    expect(await readdir(place.elsewhere)).toEqual([]);
  });

  it('in a backup folder is written through where it leads to what was to be replaced', async () => {
    const place = await start('latchkey-key.age', 'one');
    const there = { folder: place.folder, name: 'latchkey-key.age' };
    await systemFiles.write(there, bytes('two'), { holding: bytes('one') });
    await expectLink(place);
    expect(await textOf(place.target)).toBe('two');
    await systemFiles.write(there, bytes('three'));
    await expectLink(place);
    expect(await textOf(place.target)).toBe('three');
    expect(await readdir(place.elsewhere)).toEqual(['my-latchkey-key.age']);
  });

  it('that a stranger put into a backup folder reaches no other file', async () => {
    const place = await start('latchkey-key.age', 'a letter');
    const there = { folder: place.folder, name: 'latchkey-key.age' };
    const kind = await systemFiles.write(there, bytes('two'), { holding: bytes('one') }).then(
      () => 'done',
      (error: unknown) => (error instanceof FileFailure ? error.kind : 'thrown'),
    );
    expect(kind).toBe('taken');
    expect(await textOf(place.target)).toBe('a letter');
    expect(await readdir(place.elsewhere)).toEqual(['my-latchkey-key.age']);
  });

  it('to a damaged file is set aside, and leads to what it led to', async () => {
    const place = await start('vault.age', 'damaged');
    const file = keptFile(place.folder, 'vault.age');
    await file.setAside('damaged');
    expect((await file.read()).content).toBeNull();
    await file.write('new');
    expect(await textOf(place.target)).toBe('damaged');
    const [aside = ''] = (await readdir(place.folder)).filter((name) => name.includes('damaged'));
    expect(await textOf(path.join(place.folder, aside))).toBe('damaged');
  });

  it('that leads nowhere is no missing file: it may lead to a drive that is not plugged in', async () => {
    const place = await start('vault.age', null);
    const file = keptFile(place.folder, 'vault.age');
    await expect(file.read()).rejects.toThrow('ENOENT');
    await expect(file.write('new')).rejects.toThrow('ENOENT');
    await expectLink(place);
    expect(await readdir(place.folder)).toEqual(['vault.age']);
    expect(await readdir(place.elsewhere)).toEqual([]);
    await writeFile(place.target, 'plugged in');
    expect((await file.read()).content?.toString()).toBe('plugged in');
  });

  it('that leads nowhere in the place of the sealed key means that a passphrase is asked for', async () => {
    const place = await start('vault-key.age', null);
    const file = sealedKeyFile(place.folder);
    await expect(file.read()).rejects.toThrow('ENOENT');
    await expect(file.write(bytes('two'))).rejects.toThrow('ENOENT');
    await expectLink(place);
  });

  it('that leads nowhere in the place of the last good version is replaced by the next one', async () => {
    const place = await start('vault.age.bak', null);
    const file = keptFile(place.folder, 'vault.age');
    expect(await file.read()).toEqual({ content: null, backup: null });
    for (const text of ['one', 'two']) await file.write(text);
    expect((await file.read()).backup?.toString()).toBe('one');
    expect(await readdir(place.elsewhere)).toEqual([]);
  });

  it('to a folder is no file, and nothing is written into it', async () => {
    const place = await start('vault.age', null);
    await mkdir(place.target);
    await expect(keptFile(place.folder, 'vault.age').read()).rejects.toThrow('EISDIR');
    await expect(keptFile(place.folder, 'vault.age').write('new')).rejects.toThrow();
    expect(await readdir(place.target)).toEqual([]);
    expect(await readdir(place.elsewhere)).toEqual(['my-vault.age']);
  });
});
