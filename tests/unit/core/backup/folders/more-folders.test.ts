import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { keyName } from '../../../../../src-main/core/backup/content/file-names';
import { codeOf } from '../../../../app/failure-of';
import { appWithAccount, restart, snapshotOf } from '../../story';
import {
  addIn,
  appWithBackups,
  backupNames,
  choose,
  folderAt,
  disk,
  fileIn,
  holds,
  namesIn,
  picture,
  settled,
  setUpIn,
  stick,
  useUp,
} from './backup-world';

describe('a second backup folder', () => {
  it('gets the same key and a backup at once, and every one from then on', async () => {
    const story = await appWithBackups();
    await addIn(story, disk);
    expect(fileIn(story, keyName, disk)).toEqual(fileIn(story, keyName));
    expect(await holds(story, disk)).toEqual(['Work: unused unused unused']);
    expect(await folderAt(story, disk)).toMatchObject({ health: 'current', checkedAt: null, kept: 1 });
    await useUp(story);
    await settled(story);
    for (const folder of [stick, disk])
      expect(await holds(story, folder)).toEqual(['Work: used unused unused']);
  });

  it('is one with our key in it, too', async () => {
    const story = await appWithBackups();
    story.files.make(disk, { [keyName]: fileIn(story, keyName) });
    await addIn(story, disk);
    expect((await folderAt(story, disk)).health).toBe('current');
  });

  it('cannot be one with another key', async () => {
    const story = await appWithBackups();
    const other = await appWithAccount({ files: story.files });
    await setUpIn(other, disk, 'another passphrase');
    const before = picture(story, disk);
    expect(await codeOf(addIn(story, disk))).toBe('backup-folder-in-use');
    expect(picture(story, disk)).toEqual(before);
  });

  it('cannot be the first, nor one more than can be kept, nor there before the first', async () => {
    const story = await appWithAccount();
    expect(await codeOf(story.backend.addBackupFolder({}))).toBe('no-folder-chosen');
    expect(await codeOf(addIn(story, stick))).toBe('no-such-folder');
    await setUpIn(story, stick);
    expect(await codeOf(addIn(story, stick))).toBe('backup-folder-known');
    expect(await codeOf(setUpIn(story, stick))).toBe('backup-folder-known');
    for (let count = 1; count < limits.backupFolders; count += 1) await addIn(story, `/mnt/${count}`);
    expect(await codeOf(addIn(story, '/mnt/more'))).toBe('too-many-backup-folders');
    expect(namesIn(story, '/mnt/more')).toEqual([]);
    expect((await snapshotOf(restart(story))).backups?.folders).toHaveLength(limits.backupFolders);
  });

  it('leaves nothing behind when it cannot be remembered', async () => {
    const story = await appWithBackups();
    story.vaultFile.full = true;
    expect(await codeOf(addIn(story, disk))).toBe('vault-not-saved');
    expect(namesIn(story, disk)).toEqual([]);
  });

  it('is added by setting up again, with the passphrase of the first', async () => {
    const story = await appWithBackups();
    expect(await codeOf(setUpIn(story, disk, 'another passphrase'))).toBe('wrong-passphrase');
    expect(namesIn(story, disk)).toEqual([]);
    await setUpIn(story, disk);
    expect(fileIn(story, keyName, disk)).toEqual(fileIn(story, keyName));
  });
});

describe('a removed backup folder', () => {
  it('keeps its files and gets no more', async () => {
    const story = await appWithBackups();
    await addIn(story, disk);
    const before = picture(story);
    await story.backend.removeBackupFolder({ folderId: (await folderAt(story)).id });
    await useUp(story);
    await settled(story);
    expect(picture(story)).toEqual(before);
    expect(backupNames(story, disk)).toHaveLength(2);
    expect((await snapshotOf(restart(story))).backups?.folders).toMatchObject([{ path: disk }]);
  });

  it('ends the backups when it was the last, and can be set up again', async () => {
    const story = await appWithBackups();
    const { id } = await folderAt(story);
    await story.backend.removeBackupFolder({ folderId: id });
    expect((await snapshotOf(story)).backups).toBeNull();
    expect(await codeOf(story.backend.removeBackupFolder({ folderId: id }))).toBe('no-such-folder');
    expect(await codeOf(story.backend.backUpNow({}))).toBe('no-such-folder');
    expect((await choose(story, stick)).chosen?.holds).toBe('backups');
    await setUpIn(story, stick);
    expect(backupNames(story)).toHaveLength(2);
  });
});
