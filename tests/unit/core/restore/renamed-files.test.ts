import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { keyName } from '../../../../src-main/core/backup/content/file-names';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { backupNames, fileIn, passphrase, stick } from '../backup/folders/backup-world';
import { anAccount, aSet } from '../backup/content/documents';
import { bytes, chooseFile, kitText, open, openFolder, put, withBackups } from './restore-world';

function rename(world: World, from: string, to: string): void {
  const content = fileIn(world, from);
  world.files.folders.get(stick)?.delete(from);
  put(world, to, content);
}

const backup = 'latchkey-backup-20260102T030405000Z-0000';

describe('a backup under another name', () => {
  it.each([
    `${backup} (1).age`,
    `${backup} 2.age`,
    `${backup.toUpperCase()}.AGE`,
    `${backup}.age.txt`,
    `${backup}-ANNAS-PC.age`,
    `${backup}.sync-conflict-20260103-101112-ABCDEFG.age`,
    'codes',
  ])('is found by what it holds: %s', async (name) => {
    const world = await withBackups();
    rename(world, `${backup}.age`, name);
    put(world, 'holiday.jpg', bytes('JFIF'));
    expect(await openFolder(world)).toMatchObject({ file: name, ledgers: [{ label: 'Work' }], refused: [] });
  });

  it('is opened when it is chosen itself, by the key beside it', async () => {
    const world = await withBackups();
    rename(world, `${backup}.age`, 'codes.age.txt');
    expect(await chooseFile(world, 'codes.age.txt')).toMatchObject({
      source: { kind: 'backup', opensWith: 'passphrase' },
    });
    expect(await open(world)).toMatchObject({ ledgers: [{ label: 'Work' }] });
  });

  it('is found among files that were dropped', async () => {
    const world = await withBackups();
    rename(world, `${backup}.age`, `${backup} (1).age`);
    rename(world, keyName, 'latchkey-key (1).age');
    const names = [`${backup} (1).age`, 'latchkey-key (1).age'];
    await world.backend.offerRestoreFiles({
      files: names.map((name) => ({ name, content: fileIn(world, name) })),
    });
    expect(await open(world)).toMatchObject({ file: names[0] });
  });
});

describe('a key under another name', () => {
  it.each(['latchkey-key (1).age', 'Latchkey-Key.age', 'latchkey-key 2.age', 'latchkey-key.age.txt'])(
    'opens the backups, chosen itself or with its folder: %s',
    async (name) => {
      const world = await withBackups();
      rename(world, keyName, name);
      expect(await openFolder(world)).toMatchObject({ ledgers: [{ label: 'Work' }] });
      await chooseFile(world, name);
      expect(await open(world)).toMatchObject({ ledgers: [{ label: 'Work' }] });
    },
  );

  it('is tried where the first one leaves a file shut, as after a conflict of two', async () => {
    const world = await withBackups();
    const other = 'AGE-SECRET-KEY-1FAKE0009';
    const theirs = await world.sealer.sealTo('age1fake0009', kitText([anAccount(1, [aSet(['aaaa-1111'])])]));
    put(world, 'latchkey-backup-20260101T000000000Z.age', theirs);
    put(
      world,
      'latchkey-key.sync-conflict-20260101-000000-ABC.age',
      await world.sealer.sealWithPassphrase(passphrase, `${other}\n`, 'armored'),
    );
    const { ledgers, refused } = await openFolder(world);
    expect([ledgers.map(({ label }) => label).sort(), refused]).toEqual([['Account 1', 'Work'], []]);
  });

  it('of another passphrase keeps no file from the one that fits', async () => {
    const world = await withBackups();
    put(
      world,
      'latchkey-key (2).age',
      await world.sealer.sealWithPassphrase('somebody else', 'AGE-SECRET-KEY-1FAKE0009\n', 'armored'),
    );
    put(world, 'latchkey-key (3).age', bytes('no key'));
    expect(await openFolder(world)).toMatchObject({ ledgers: [{ label: 'Work' }], refused: [] });
    expect(await codeOf(openFolder(world, 'nobody’s'))).toBe('wrong-passphrase');
  });

  it('is tried a few times and no more', async () => {
    const world = await withBackups();
    for (let place = 0; place < 20; place += 1) {
      put(
        world,
        `latchkey-key (${place}).age`,
        await world.sealer.sealWithPassphrase(`other ${place}`, 'AGE-SECRET-KEY-1FAKE0009\n', 'armored'),
      );
    }
    let tries = 0;
    const openIt = world.sealer.openWithPassphrase.bind(world.sealer);
    world.sealer.openWithPassphrase = (typed, sealed) => {
      tries += 1;
      return openIt(typed, sealed);
    };
    expect(await codeOf(openFolder(world, 'nobody’s'))).toBe('wrong-passphrase');
    expect(tries).toBe(limits.keysTried);
  });
});

describe('what a cloud has not brought yet', () => {
  it('is told as that, and the rest is opened', async () => {
    const world = await withBackups(3);
    const [newest = '', second = ''] = backupNames(world);
    put(world, newest, new Uint8Array());
    put(world, second, new Uint8Array(700));
    put(world, `.${backup}.age.icloud`, bytes('bplist00'));
    const { refused } = await openFolder(world);
    expect(refused).toEqual([
      { file: newest, why: 'away' },
      { file: second, why: 'away' },
      { file: `${backup}.age`, why: 'away' },
    ]);
  });

  it.each<[string, (world: World) => unknown]>([
    ['all backups are empty', (world) => put(world, `${backup}.age`, new Uint8Array())],
    ['the key is empty', (world) => put(world, keyName, new Uint8Array())],
    [
      'iCloud keeps all of them',
      (world) => {
        rename(world, keyName, `.${keyName}.icloud`);
        rename(world, `${backup}.age`, `.${backup}.age.icloud`);
      },
    ],
  ])('is the reason where %s', async (_what, trouble) => {
    const world = await withBackups();
    trouble(world);
    world.dialogs.folder = stick;
    expect(await codeOf(world.backend.chooseRestoreSource({ what: 'folder' }))).toBe('file-not-downloaded');
  });
});

describe('a folder full of other things', () => {
  it('costs a look at so many files, the likely ones first', async () => {
    const world = await withBackups();
    rename(world, `${backup}.age`, 'zz latchkey backup.age');
    for (let place = 0; place < 3_000; place += 1) put(world, `photo ${place}.jpg`, bytes('JFIF'));
    let looks = 0;
    let reads = 0;
    const [look, read] = [world.files.look.bind(world.files), world.files.read.bind(world.files)];
    world.files.look = (place) => {
      looks += 1;
      return look(place);
    };
    world.files.read = (place) => {
      reads += 1;
      return read(place);
    };
    const preview = await openFolder(world);
    expect(preview).toMatchObject({ file: 'zz latchkey backup.age', unopened: 3_002 - limits.filesLookedAt });
    expect([looks, reads]).toEqual([limits.filesLookedAt, 2]);
  });

  it('opens so many sealed files, own names and newest first, and says how many more there are', async () => {
    const world = await withBackups();
    const sealed = await world.sealer.sealTo('age1fake0009', 'not for us');
    for (let place = 0; place < limits.sealedFiles + 30; place += 1) {
      put(world, `other ${place}.age`, sealed);
      world.files.modifiedAt.set(`other ${place}.age`, place);
    }
    const { file, refused, unopened } = await openFolder(world);
    expect([file, refused.length, unopened]).toEqual([`${backup}.age`, limits.sealedFiles - 1, 31]);
    expect(refused[0]).toEqual({ file: `other ${limits.sealedFiles + 29}.age`, why: 'other-key' });
  });

  it('is not pushed out by names with a time that is to come', async () => {
    const world = await withBackups();
    const sealed = await world.sealer.sealTo('age1fake0009', 'not for us');
    for (let place = 0; place < limits.sealedFiles + 30; place += 1) {
      put(world, `latchkey-backup-9999010${1 + (place % 9)}T000000${100 + place}Z.age`, sealed);
    }
    expect(await openFolder(world)).toMatchObject({ file: `${backup}.age` });
  });

  it('tries the passphrase on no file that only happens to be there', async () => {
    const world = makeApp();
    world.files.make(stick);
    for (const name of ['one.age', 'two.age']) {
      put(world, name, await world.sealer.sealWithPassphrase(passphrase, 'mine', 'armored'));
    }
    world.sealer.done.length = 0;
    world.dialogs.folder = stick;
    expect(await codeOf(world.backend.chooseRestoreSource({ what: 'folder' }))).toBe(
      'folder-without-backups',
    );
    expect(world.sealer.done).toEqual([]);
  });
});
