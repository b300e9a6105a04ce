import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { calls } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { readDropped } from '../../../../src-renderer/state/backups/dropped-files';

type Item = Pick<DataTransferItem, 'kind' | 'getAsFile' | 'webkitGetAsEntry'>;

const file = (name: string, content: Uint8Array | string = name, lastModified = 0): File =>
  new File([content as BlobPart], name, { lastModified });
const item = (dropped: File): Item => ({
  kind: 'file',
  getAsFile: () => dropped,
  webkitGetAsEntry: () => null,
});
const text: Item = { kind: 'string', getAsFile: () => null, webkitGetAsEntry: () => null };

/** A folder whose reader gives a few at a time, as a real one does. */
function folder(files: readonly File[], folders: readonly string[] = []): Item {
  const inside = [
    ...folders.map((name) => ({ name, isFile: false, isDirectory: true })),
    ...files.map((one) => ({
      name: one.name,
      isFile: true,
      isDirectory: false,
      file: (give: (file: File) => void) => give(one),
    })),
  ];
  const createReader = () => {
    let given = 0;
    return {
      readEntries: (give: (entries: unknown[]) => void) => give(inside.slice(given, (given += 2))),
    };
  };
  const entry = { name: 'folder', isFile: false, isDirectory: true, createReader };
  return { ...item(file('folder')), webkitGetAsEntry: () => entry as unknown as FileSystemEntry };
}

const given = (...items: Item[]) => readDropped(items as unknown as DataTransferItemList);
const drop = async (...items: Item[]) => (await given(...items)).sealed ?? [];
const names = async (...items: Item[]): Promise<string[]> => (await drop(...items)).map(({ name }) => name);

test('one file is read whatever its name, byte for byte', async () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, place) => place % 256);
  const [offered] = await drop(text, item(file('kit.txt', bytes)));
  expect(offered?.name).toBe('kit.txt');
  expect(Buffer.from(bytes).equals(offered?.content ?? new Uint8Array())).toBe(true);
});

test('of several files those count that are called like sealed ones', async () => {
  const dropped = [file('photo.jpg'), file('latchkey-key.age'), file('Kit.AGE')].map(item);
  expect((await names(...dropped)).sort()).toEqual(['Kit.AGE', 'latchkey-key.age']);
});

test('names that a browser or a cloud made count, and contents, too', async () => {
  const sealed = 'age-encryption.org/v1\n-> X25519 abc';
  const files = [
    file('latchkey-key (1).age'),
    file('latchkey-backup-20260102T030405000Z.age.txt'),
    file('codes', sealed),
    file('armored.txt', '-----BEGIN AGE ENCRYPTED FILE-----\n'),
    file('notes.txt', 'age-encryption.org'),
  ];
  expect((await names(folder(files))).sort()).toEqual([
    'armored.txt',
    'codes',
    'latchkey-backup-20260102T030405000Z.age.txt',
    'latchkey-key (1).age',
  ]);
});

test('a folder is read one level deep, to its end', async () => {
  const files = ['a.age', 'b.txt', 'c.age', 'd.age', 'e.age'].map((name) => file(name));
  expect((await names(folder(files, ['inner.age']))).sort()).toEqual(['a.age', 'c.age', 'd.age', 'e.age']);
});

test('of too many the newest are taken, and always the key', async () => {
  const backups = Array.from({ length: 40 }, (_, place) => file(`backup-${place}.age`, 'x', 1000 + place));
  const taken = await names(folder([file('latchkey-key.age', 'x', 1), ...backups]));
  expect(taken).toHaveLength(limits.restoreFiles);
  expect(taken).toContain('latchkey-key.age');
  expect(taken).toContain('backup-39.age');
  expect(taken).not.toContain('backup-0.age');
});

describe('pictures and PDFs, perhaps of a printed kit', () => {
  const photo = (name: string): File => file(name, Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
  const scan = file('scan', '%PDF-1.7');
  const printed = async (...items: Item[]) => (await given(...items)).printed?.map(({ name }) => name);

  test('are handed on where nothing is sealed, in the order of their numbers', async () => {
    const dropped = [photo('IMG_10'), file('notes.txt'), scan, photo('IMG_9')];
    expect(await printed(...dropped.map(item))).toEqual(['IMG_9', 'IMG_10', 'scan']);
    expect(await printed(folder(dropped))).toEqual(['IMG_9', 'IMG_10', 'scan']);
  });

  test('do not count beside what is sealed', async () => {
    expect(await printed(item(photo('a.jpg')), item(file('kit.age')))).toBeUndefined();
    expect(await names(item(photo('a.jpg')), item(file('kit.age')))).toEqual(['kit.age']);
  });
});

describe('what is not read', () => {
  test('a file over 16 MiB, which is not even opened', async () => {
    const large = file('movie.age', new Uint8Array(limits.sealed + 1));
    large.arrayBuffer = () => Promise.reject(new Error('it was read'));
    await expect(drop(item(large))).rejects.toEqual(new AppError('file-too-large'));
    expect(await names(item(large), item(file('kit.age')))).toEqual(['kit.age']);
  });

  test('16 MiB are let through, and of several files as many as the contract takes at once', async () => {
    const large = new Uint8Array(limits.sealed);
    const offered = await drop(...['a.age', 'b.age', 'c.age'].map((name) => item(file(name, large))));
    expect(offered.map(({ content }) => content.length)).toEqual([limits.sealed, limits.sealed]);
    expect(v.is(calls.offerRestoreFiles.takes, { files: offered })).toBe(true);
    const three = ['a', 'b', 'c'].map((name) => ({ name, content: large }));
    expect(v.is(calls.offerRestoreFiles.takes, { files: three })).toBe(false);
  });

  test('a folder without sealed files', async () => {
    await expect(drop(folder([file('a.txt')]))).rejects.toEqual(new AppError('folder-without-backups'));
  });

  test('a file that has gone', async () => {
    const gone = file('kit.age');
    gone.arrayBuffer = () => Promise.reject(new Error('NotFoundError'));
    await expect(drop(item(gone))).rejects.toEqual(new AppError('file-unreadable'));
  });
});
