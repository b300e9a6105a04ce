import { describe, expect, it } from 'vitest';
import { keyName } from '../../../../src-main/core/backup/content/file-names';
import { rowsOf } from '../../../app/rows-of';
import { codeOf } from '../../../app/failure-of';
import type { World } from '../../../app/make-app';
import {
  appWithBackups,
  backupNames,
  disk,
  passphrase,
  setUpIn,
  stick,
} from '../backup/folders/backup-world';
import { snapshotOf } from '../story';
import { chooseFile, elsewhere, open, openFolder, openKit } from './restore-world';
import { anAccount, aSet } from '../backup/content/documents';

const foldersOf = async (world: World) =>
  (await snapshotOf(world)).backups?.folders.map(({ path, health }) => [path, health]) ?? [];
const restore = (world: World) => world.backend.restore({ take: [0] });

/** Another computer, on which what the first has on the stick is restored. */
async function restored() {
  const first = await appWithBackups();
  const world = elsewhere(first);
  await openFolder(world);
  return { first, world, outcome: await restore(world) };
}

describe('the folder that was restored from', () => {
  it('is kept by one press, by the passphrase that opened it', async () => {
    const { first, world, outcome } = await restored();
    expect(outcome.folder).toEqual({ path: stick, isKept: false });
    const before = backupNames(world);
    await world.backend.keepBackingUp({});
    expect(await foldersOf(world)).toEqual([[stick, 'current']]);
    expect(backupNames(world)).toHaveLength(before.length + 1);
    const { folders } = (await snapshotOf(world)).backups ?? { folders: [] };
    expect(await world.backend.checkBackup({ folderId: folders[0]?.id ?? '', passphrase })).toMatchObject({
      outcome: 'same',
    });
    expect(await foldersOf(first), 'the first computer goes on there').toEqual([[stick, 'current']]);
    // Pressed again: the passphrase is gone.
    expect(await codeOf(world.backend.keepBackingUp({}))).toBe('no-folder-chosen');
  });

  it('is said to be kept where it is', async () => {
    const first = await appWithBackups();
    await first.backend.addHandKept({ label: 'New', codes: rowsOf('qrst-1234') });
    await openFolder(first);
    expect((await restore(first)).folder).toEqual({ path: stick, isKept: true });
    expect(await codeOf(first.backend.keepBackingUp({}))).toBe('backup-folder-known');
  });

  it('comes to those that are kept, where its key is theirs', async () => {
    const { world } = await restored();
    await world.backend.keepBackingUp({});
    world.files.make(disk);
    const key = world.files.folders.get(stick)?.get(keyName) ?? new Uint8Array();
    world.files.folders.set(disk, new Map(world.files.folders.get(stick)));
    world.files.folders.get(disk)?.set(keyName, key);
    await openFolder(world, passphrase, disk);
    await restore(world);
    await world.backend.keepBackingUp({});
    expect((await foldersOf(world)).map(([path]) => path)).toEqual([stick, disk]);
  });

  it('is left as it is where its key is another', async () => {
    const { world } = await restored();
    await setUpIn(world, disk, 'another passphrase');
    expect(await codeOf(world.backend.keepBackingUp({}))).toBe('wrong-passphrase');
    expect((await foldersOf(world)).map(([path]) => path)).toEqual([disk]);
  });

  it('is none where a single file was opened, a kit, or by the key itself', async () => {
    const { world } = await restored();
    await world.backend.leaveRestore({});
    expect(await codeOf(world.backend.keepBackingUp({})), 'the screen was left').toBe('no-folder-chosen');
    await chooseFile(world, backupNames(world)[0] ?? '');
    await open(world);
    expect((await restore(world)).folder).toBeNull();
    const key = await world.sealer.openWithPassphrase(
      passphrase,
      world.files.folders.get(stick)?.get(keyName) ?? new Uint8Array(),
    );
    await openFolder(world, /AGE-SECRET-KEY-1\w+/.exec(key)?.[0]);
    expect((await restore(world)).folder).toBeNull();
    await openKit(world, [anAccount(5, [aSet(['aaaa-1111'])])]);
    expect((await restore(world)).folder).toBeNull();
    expect(await codeOf(world.backend.keepBackingUp({}))).toBe('no-folder-chosen');
  });
});
