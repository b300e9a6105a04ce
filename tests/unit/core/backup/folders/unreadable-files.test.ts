import { describe, expect, it, vi } from 'vitest';
import { keyName } from '../../../../../src-main/core/backup/content/file-names';
import { FileFailure } from '../../../../../src-main/core/ports/files/files';
import { codeOf } from '../../../../app/failure-of';
import { makeApp } from '../../../../app/make-app';
import { restart } from '../../story';
import {
  appWithBackups,
  backupNames,
  choose,
  folderAt,
  passphrase,
  picture,
  settled,
  setUpIn,
  stick,
  useUp,
} from './backup-world';

describe('a file that cannot be read', () => {
  it('keeps a check from nothing but itself: the next older one is opened', async () => {
    const story = await appWithBackups();
    await useUp(story);
    await settled(story);
    const [newest = '', older = ''] = backupNames(story);
    const read = story.files.read.bind(story.files);
    story.files.read = (place) =>
      place.name === newest ? Promise.reject(new FileFailure('failed')) : read(place);
    const folder = await folderAt(story);
    const found = await story.backend.checkBackup({ folderId: folder.id, passphrase });
    expect(found).toMatchObject({ outcome: 'differs', file: older, damaged: [newest] });
  });

  it.each([5_000, 600_000])('is no key of ours with %i bytes, and is left as it is', async (length) => {
    const world = makeApp();
    world.files.make(stick, { [keyName]: new Uint8Array(length).fill(97) });
    const before = picture(world);
    await choose(world, stick);
    expect(await codeOf(world.backend.setUpBackup({ passphrase }))).toBe('backup-key-damaged');
    expect(picture(world)).toEqual(before);
  });
});

describe('a backup that is due', () => {
  it('is written when the vault opens later than Latchkey', async () => {
    const story = await appWithBackups();
    story.files.trouble.set(stick, 'gone');
    await useUp(story);
    await settled(story);
    story.files.trouble.clear();
    const later = restart(story);
    later.secrets.trouble = 'locked';
    await later.app.warmUp();
    expect(backupNames(later)).toHaveLength(1);
    later.secrets.trouble = null;
    await later.backend.unlock({ passphrase: '' });
    await vi.waitFor(() => expect(backupNames(later)).toHaveLength(2));
  });

  it('because of a change while a folder was set up is written after it', async () => {
    const story = await appWithBackups();
    const folder = await folderAt(story);
    await story.backend.removeBackupFolder({ folderId: folder.id });
    story.files.make(stick);
    const write = story.files.write.bind(story.files);
    let changed: Promise<unknown> | undefined;
    story.files.write = async (place, content) => {
      await write(place, content);
      // After the first backup was drawn up, and before the vault knows of the folder.
      if (place.name !== keyName) changed ??= useUp(story);
      await changed;
    };
    await setUpIn(story, stick);
    await vi.waitFor(() => expect(backupNames(story)).toHaveLength(2));
  });
});
