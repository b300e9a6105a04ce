import { describe, expect, it } from 'vitest';
import { keyName } from '../../../../../src-main/core/backup/content/file-names';
import { makeApp, type World } from '../../../../app/make-app';
import { held, restart, snapshotOf } from '../../story';
import { addIn, appWithBackups, backupNames, folderAt, disk, settled, stick } from './backup-world';

const forget = (world: World, name: string) => world.files.folders.get(stick)?.delete(name);

describe('looking at the backup folders', () => {
  it.each<[string, (world: World) => unknown, string, number]>([
    ['all is well', () => undefined, 'current', 1],
    ['the last backup is gone', (world) => forget(world, backupNames(world)[0] ?? ''), 'missing', 0],
    ['the key is gone', (world) => forget(world, keyName), 'missing', 1],
    ['the folder is empty', (world) => world.files.make(stick), 'missing', 0],
    [
      'another key lies there',
      ({ files }) => files.folders.get(stick)?.set(keyName, new Uint8Array(3)),
      'other-key',
      1,
    ],
    ['a key lies there that is too large', tooLarge, 'other-key', 1],
    ['the folder is gone', ({ files }) => files.trouble.set(stick, 'gone'), 'folder-gone', 0],
    ['the folder may not be read', ({ files }) => files.trouble.set(stick, 'not-allowed'), 'not-writable', 0],
    ['the folder cannot be read', ({ files }) => files.trouble.set(stick, 'failed'), 'failed', 0],
  ])('tells when %s', async (_what, happens, health, kept) => {
    const story = await appWithBackups();
    happens(story);
    await story.backend.lookAtBackups({});
    const seen = story.announced.map(({ backups }) => backups?.folders[0]);
    expect(seen).toContainEqual(expect.objectContaining({ health, kept }));
    expect(story.bugs).toEqual([]);
  });

  it.each(['gone', 'not-allowed', 'failed'] as const)(
    'forgets the trouble (%s) when it is over',
    async (kind) => {
      const story = await appWithBackups();
      story.files.trouble.set(stick, kind);
      await story.backend.lookAtBackups({});
      story.files.trouble.clear();
      await story.backend.lookAtBackups({});
      expect(await folderAt(story)).toMatchObject({ health: 'current', kept: 1 });
    },
  );

  it('tells of each folder by itself', async () => {
    const story = await appWithBackups();
    await addIn(story, disk);
    story.files.trouble.set(stick, 'gone');
    await story.backend.lookAtBackups({});
    expect([(await folderAt(story)).health, (await folderAt(story, disk)).health]).toEqual([
      'folder-gone',
      'current',
    ]);
  });

  it('writes nothing and announces nothing when there is no news', async () => {
    const story = await appWithBackups();
    await settled(story);
    const before = [story.announcements(), story.files.done.length, story.vaultFile.written.length];
    await settled(story);
    expect([story.announcements(), story.files.done.length, story.vaultFile.written.length]).toEqual(before);
  });

  it('is done at a start, and does not put back what somebody removed', async () => {
    const later = restart(await appWithBackups());
    forget(later, keyName);
    await later.app.warmUp();
    await settled(later);
    expect((await folderAt(later)).health).toBe('missing');
    expect(later.files.folders.get(stick)?.has(keyName)).toBe(false);
  });

  it('does nothing without a folder', async () => {
    const world = makeApp();
    await world.app.opened();
    const before = world.announcements();
    expect(await world.backend.lookAtBackups({})).toEqual({});
    expect((await snapshotOf(world)).backups).toBeNull();
    expect(world.announcements()).toBe(before);
  });

  it('before it, the vault tells what it knows', async () => {
    const later = restart(await appWithBackups());
    later.files.trouble.set(stick, 'gone');
    const looking = held<string[]>();
    later.files.list = () => looking.promise;
    expect(await folderAt(later)).toMatchObject({ health: 'current', kept: 1 });
  });
});

function tooLarge({ files }: World): void {
  files.folders.get(stick)?.set(keyName, new Uint8Array(2_000_000));
}
