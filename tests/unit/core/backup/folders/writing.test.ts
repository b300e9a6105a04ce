import { describe, expect, it, vi } from 'vitest';
import { keyName } from '../../../../../src-main/core/backup/content/file-names';
import type { FileFailureKind } from '../../../../../src-main/core/ports/files/files';
import { codeOf } from '../../../../app/failure-of';
import { held, newAccount, ofLedger, restart, snapshotOf } from '../../story';
import { openedVault } from '../../vault/opened-vault';
import {
  addIn,
  appWithBackups,
  backupNames,
  folderAt,
  disk,
  fileIn,
  holds,
  picture,
  settled,
  stick,
  useUp,
} from './backup-world';

describe('a backup', () => {
  it('is written with every change of the codes', async () => {
    const story = await appWithBackups();
    await useUp(story);
    await settled(story);
    expect(await holds(story)).toEqual(['Work: used unused unused']);
    await story.backend.markRecoveryCode({ ...ofLedger(story), index: 2, state: 'used' });
    await settled(story);
    expect(await holds(story)).toEqual(['Work: used unused used']);
    expect(await folderAt(story)).toMatchObject({ health: 'current', kept: 3 });
  });

  it('is written when an account is added, renamed or removed, and not when another is shown', async () => {
    const story = await appWithBackups();
    const { accountId } = await story.backend.addAccount(newAccount({ label: 'New' }));
    await settled(story);
    expect(await holds(story)).toEqual(['Work: unused unused unused', 'New: ']);
    await story.backend.renameAccount({ accountId, label: 'Renamed' });
    await settled(story);
    expect(await holds(story)).toEqual(['Work: unused unused unused', 'Renamed: ']);
    await story.backend.removeAccount({ accountId, leaveKeychainEntry: false });
    await settled(story);
    expect(await holds(story)).toEqual(['Work: unused unused unused']);
    const { done } = story.files;
    const before = done.length;
    await story.backend.setTheme({ theme: 'dark' });
    await story.backend.selectAccount({ accountId: story.accountId });
    await settled(story);
    expect(done).toHaveLength(before);
  });

  it('is written once for all changes that come while another is being written', async () => {
    const story = await appWithBackups();
    const go = held<undefined>();
    const write = story.files.write.bind(story.files);
    const spy = vi.spyOn(story.files, 'write').mockImplementation(async (place, content) => {
      await go.promise;
      return write(place, content);
    });
    await useUp(story);
    await vi.waitFor(() => expect(spy).toHaveBeenCalledOnce());
    expect((await snapshotOf(story)).backups?.writing).toBe(true);
    await useUp(story);
    await useUp(story);
    expect(backupNames(story)).toHaveLength(1);
    go.resolve(undefined);
    await settled(story);
    expect(backupNames(story)).toHaveLength(3);
    expect(await holds(story)).toEqual(['Work: used used used']);
    expect((await snapshotOf(story)).backups?.writing).toBe(false);
  });

  it('is told apart from those of the same moment, and sorts last even when the clock was set back', async () => {
    const story = await appWithBackups();
    await useUp(story);
    await settled(story);
    story.clock.pass(-60 * 60 * 1000);
    await useUp(story);
    await settled(story);
    expect(backupNames(story)).toEqual([
      'latchkey-backup-20260102T030405002Z-0000.age',
      'latchkey-backup-20260102T030405001Z-0000.age',
      'latchkey-backup-20260102T030405000Z-0000.age',
    ]);
    expect(await holds(story)).toEqual(['Work: used used unused']);
    expect((await folderAt(story)).writtenAt).toBe(story.clock.now());
  });

  it('holds for this run when the vault cannot be written, and is remembered with the next change', async () => {
    const story = await appWithBackups();
    const write = story.files.write.bind(story.files);
    story.files.write = (place, content, over) => {
      story.vaultFile.full = true;
      return write(place, content, over);
    };
    const [first] = backupNames(story);
    await useUp(story);
    await settled(story);
    story.files.write = write;
    expect((await openedVault(story)).local.backups?.folders).toMatchObject([{ last: { file: first } }]);
    expect(await folderAt(story)).toMatchObject({ health: 'current', kept: 2 });
    story.vaultFile.full = false;
    await story.backend.setLockAfter({ afterIdle: 0 });
    const later = restart(story);
    await later.app.warmUp();
    expect(await folderAt(later)).toMatchObject({ health: 'current', kept: 2 });
  });
});

describe('a backup that cannot be written', () => {
  it.each<[FileFailureKind, string, string]>([
    ['gone', 'folder-gone', 'backup-folder-gone'],
    ['not-allowed', 'not-writable', 'backup-folder-not-writable'],
    ['full', 'full', 'backup-folder-full'],
    ['failed', 'failed', 'backup-not-written'],
  ])('(%s) shows in the health and fails no change', async (kind, health, code) => {
    const story = await appWithBackups();
    const before = picture(story);
    story.files.writeTrouble.set(stick, kind);
    await useUp(story);
    await vi.waitFor(async () => expect((await folderAt(story)).health).toBe(health));
    expect(await codeOf(story.backend.backUpNow({}))).toBe(code);
    expect(picture(story)).toEqual(before);
    story.files.writeTrouble.clear();
    await story.backend.backUpNow({});
    expect((await folderAt(story)).health).toBe('current');
    expect(await holds(story)).toEqual(['Work: used unused unused']);
  });

  it('is written by itself when a look finds the folder again', async () => {
    const story = await appWithBackups();
    story.files.trouble.set(stick, 'gone');
    await useUp(story);
    await settled(story);
    expect((await folderAt(story)).health).toBe('folder-gone');
    story.files.trouble.clear();
    await settled(story);
    expect((await folderAt(story)).health).toBe('current');
    expect(await holds(story)).toEqual(['Work: used unused unused']);
  });

  it('is removed again when it does not come back as it was', async () => {
    const story = await appWithBackups();
    const before = picture(story);
    story.files.stores = (file) => file.slice(1);
    await useUp(story);
    await vi.waitFor(async () => expect((await folderAt(story)).health).toBe('failed'));
    expect(await codeOf(story.backend.backUpNow({}))).toBe('backup-not-written');
    expect(picture(story)).toEqual(before);
  });

  it('keeps no other folder from its own', async () => {
    const story = await appWithBackups();
    await addIn(story, disk);
    story.files.trouble.set(stick, 'gone');
    await useUp(story);
    expect(await codeOf(story.backend.backUpNow({}))).toBe('backup-folder-gone');
    expect(await holds(story, disk)).toEqual(['Work: used unused unused']);
    expect((await folderAt(story)).health).toBe('folder-gone');
    expect((await folderAt(story, disk)).health).toBe('current');
  });

  it('makes no folder: where a drive was, its mount point is left alone', async () => {
    const story = await appWithBackups();
    story.files.folders.delete(stick);
    await useUp(story);
    await settled(story);
    expect(story.files.folders.has(stick)).toBe(false);
    expect(await folderAt(story)).toMatchObject({ health: 'folder-gone', kept: 0 });
  });

  it('shows when nothing can be sealed', async () => {
    const story = await appWithBackups();
    story.sealer.broken = true;
    expect(await codeOf(story.backend.backUpNow({}))).toBe('backup-not-written');
    expect((await folderAt(story)).health).toBe('failed');
    expect(story.bugs).toEqual([]);
  });
});

describe('the key in a folder', () => {
  it('is put back when it is gone', async () => {
    const story = await appWithBackups();
    const key = fileIn(story, keyName);
    story.files.folders.get(stick)?.delete(keyName);
    await useUp(story);
    await settled(story);
    expect(fileIn(story, keyName)).toEqual(key);
    expect(await holds(story)).toEqual(['Work: used unused unused']);
  });

  it.each([20, 2_000_000])(
    'that is not ours keeps everything from being written (%i bytes)',
    async (size) => {
      const story = await appWithBackups();
      story.files.folders.get(stick)?.set(keyName, new Uint8Array(size));
      const before = picture(story);
      await useUp(story);
      await settled(story);
      expect(picture(story)).toEqual(before);
      expect((await folderAt(story)).health).toBe('other-key');
      expect(await codeOf(story.backend.backUpNow({}))).toBe('backup-key-changed');
      expect(picture(story)).toEqual(before);
    },
  );
});
