import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { keyName } from '../../../../src-main/core/backup/content/file-names';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { snapshotOf } from '../story';
import { damaged } from '../vault/vault-world';
import { backupNames, disk, fileIn, passphrase, stick } from '../backup/folders/backup-world';
import { anAccount, aSet } from '../backup/content/documents';
import {
  bytes,
  kitName,
  kitText,
  ledgerOf,
  open,
  openFolder,
  put,
  putKit,
  withBackups,
} from './restore-world';

const one = anAccount(1, [aSet(['aaaa-1111'])]);
const identity = 'AGE-SECRET-KEY-1FAKE0007';

describe('a folder that was chosen', () => {
  it('gives the newest backup that opens, and names those that do not', async () => {
    const world = await withBackups(3);
    const [newest = '', second = '', third = ''] = backupNames(world);
    put(world, newest, damaged(fileIn(world, newest)));
    put(world, second, damaged(fileIn(world, second), 'header'));
    expect(await openFolder(world)).toMatchObject({
      file: third,
      refused: [
        { file: newest, why: 'damaged' },
        { file: second, why: 'other-key' },
      ],
    });
    put(world, third, bytes('no longer sealed'));
    expect(await codeOf(open(world))).toBe('file-damaged');
  });

  it.each<[string, string, (world: World) => unknown]>([
    ['folder-without-backups', 'is empty', (world) => world.files.make(stick)],
    [
      'folder-without-backups',
      'has two kits',
      (world) => world.files.make(stick, { 'a.age': bytes('x'), 'b.age': bytes('x') }),
    ],
    ['backup-key-missing', 'has no key', (world) => world.files.folders.get(stick)?.delete(keyName)],
    [
      'backup-key-damaged',
      'has a huge key',
      (world) => put(world, keyName, new Uint8Array(limits.sealed + 1)),
    ],
    ['backup-folder-gone', 'is unplugged', (world) => world.files.folders.delete(stick)],
    ['file-unreadable', 'cannot be read', (world) => world.files.trouble.set(stick, 'not-allowed')],
  ])('gives %s when it %s', async (code, _what, trouble) => {
    const world = await withBackups();
    await trouble(world);
    expect(await codeOf(openFolder(world))).toBe(code);
  });

  it.each<[string, string, (world: World) => unknown]>([
    [
      'backup-key-damaged',
      'the key is cut',
      (world) => put(world, keyName, fileIn(world, keyName).slice(0, -3)),
    ],
    ['backup-key-damaged', 'the key is no age file', (world) => put(world, keyName, bytes('key'))],
    ['wrong-passphrase', 'the passphrase is of another key', (world) => other(world, 'another phrase')],
    ['backup-key-other', 'the key fits no backup', (world) => other(world, passphrase)],
  ])('gives %s when %s', async (code, _what, trouble) => {
    const world = await withBackups(2);
    await trouble(world);
    world.dialogs.folder = stick;
    await world.backend.chooseRestoreSource({ what: 'folder' });
    expect(await codeOf(open(world))).toBe(code);
  });

  it('can be unplugged before it is opened', async () => {
    const world = await withBackups();
    world.dialogs.folder = stick;
    await world.backend.chooseRestoreSource({ what: 'folder' });
    world.files.folders.delete(stick);
    expect(await codeOf(open(world))).toBe('file-unreadable');
  });

  it('opens with the identity itself, too', async () => {
    const world = await withBackups();
    const text = await world.sealer.openWithPassphrase(passphrase, fileIn(world, keyName));
    const [secret = ''] = /AGE-SECRET-KEY-1\w+/.exec(text) ?? [];
    expect(await openFolder(world, secret)).toMatchObject({ file: backupNames(world)[0] });
    expect(await codeOf(open(world, identity))).toBe('file-wrong-key');
  });

  it('gives the one kit that is in it', async () => {
    const world = makeApp();
    await putKit(world, kitText([one]));
    expect(await openFolder(world)).toMatchObject({ file: kitName });
  });
});

/** Puts a key of somebody else into the folder. */
async function other(world: World, phrase: string): Promise<void> {
  put(world, keyName, await world.sealer.sealWithPassphrase(phrase, `${identity}\n`, 'armored'));
}

describe('files that were dropped', () => {
  const drop = (world: World, names: readonly string[]) =>
    world.backend.offerRestoreFiles({
      files: names.map((name) => ({ name, content: fileIn(world, name) })),
    });

  it('are taken like a folder', async () => {
    const world = await withBackups(3);
    const names = backupNames(world);
    expect(await drop(world, [keyName, ...names])).toEqual({
      source: { kind: 'backup', name: names[0], opensWith: 'passphrase' },
    });
    world.files.folders.delete(stick);
    expect(await open(world)).toMatchObject({ file: names[0], refused: [] });
    expect(await world.backend.restore({ take: [0] })).toMatchObject({ ledgers: 1, accounts: 1 });
  });

  it('are a kit, whatever its name', async () => {
    const world = makeApp();
    await putKit(world, kitText([one]), 'kit.txt');
    expect(await drop(world, ['kit.txt'])).toMatchObject({ source: { kind: 'kit', name: 'kit.txt' } });
    await open(world);
    await world.backend.restore({ take: [0] });
    expect(await ledgerOf(world, one.id)).toMatchObject({ codes: [['aaaa-1111', 'unused']] });
  });

  it('miss their key where they are several, and need an identity where it is one', async () => {
    const world = await withBackups(2);
    expect(await codeOf(drop(world, backupNames(world)))).toBe('backup-key-missing');
    const [name = ''] = backupNames(world);
    expect(await drop(world, [name])).toEqual({ source: { kind: 'backup', name, opensWith: 'key' } });
    expect(await codeOf(drop(world, [keyName]))).toBe('backup-key-alone');
  });

  it('are nothing, or refused', async () => {
    const world = makeApp();
    const offer = (...contents: Uint8Array[]) =>
      world.backend.offerRestoreFiles({ files: contents.map((content) => ({ name: kitName, content })) });
    expect(await offer()).toEqual({ source: null });
    expect(await codeOf(offer(new Uint8Array()))).toBe('file-not-downloaded');
    world.files.make(disk);
    expect((await snapshotOf(world)).accounts).toEqual([]);
  });
});
