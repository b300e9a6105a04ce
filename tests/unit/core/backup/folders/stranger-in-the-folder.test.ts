import { describe, expect, it } from 'vitest';
import { backupName, backupTime, keyName } from '../../../../../src-main/core/backup/content/file-names';
import type { World } from '../../../../app/make-app';
import { ofLedger, restart, snapshotOf, type Story } from '../../story';
import { changeFolders } from '../../vault/opened-vault';
import {
  appWithBackups,
  backupNames,
  computerOf,
  codes,
  folderAt,
  fileIn,
  holds,
  namesIn,
  passphrase,
  settled,
  stick,
  useUp,
} from './backup-world';
import { elsewhere, ledgerOf, openFolder, put } from '../../restore/restore-world';

const rubbish = new Uint8Array([1, 2, 3]);
const lastOfAll = 'latchkey-backup-99991231T235959999Z.age';
const day = 24 * 60 * 60 * 1000;

const newest = (story: Story): string => backupNames(story)[0] ?? '';
const remove = ({ files }: World, name: string) => files.folders.get(stick)?.delete(name);

/** What a restore on a fresh computer makes of the folder: the codes of the account with their states. */
async function restored(story: Story): Promise<unknown> {
  const fresh = elsewhere(story);
  const { ledgers } = await openFolder(fresh);
  await fresh.backend.restore({ take: [...ledgers.keys()] });
  return (await ledgerOf(fresh, story.accountId)).codes;
}

/** A change, whose backup must be there, hold it, open on a fresh computer, and stay. */
async function expectBackedUp(story: Story, used: number): Promise<void> {
  for (let count = used; count <= 2; count += 1) {
    await useUp(story);
    await settled(story);
    const states = codes.map((code, place) => [code, place < count ? 'used' : 'unused']);
    expect(await restored(story)).toEqual(states);
    expect((await folderAt(story)).health).toBe('current');
    const { outcome } = await story.backend.checkBackup({ folderId: (await folderAt(story)).id, passphrase });
    expect(outcome).toBe('same');
  }
  expect((await folderAt(story)).kept).toBe(backupNames(story).filter((name) => isOurs(story, name)).length);
}

const isOurs = ({ files }: World, name: string): boolean => files.done.includes(`write ${stick}/${name}`);

describe('somebody else who writes into the backup folder', () => {
  it.each<[string, (story: Story) => unknown]>([
    ['a name after which none can come', (story) => put(story, lastOfAll, rubbish)],
    ['names of the far future', (story) => plantAt(story, 400 * day, 100_000 * day)],
    ['the very next names', (story) => plantAt(story, 0, 1, 2, 3, 4, 5)],
    ['names at every clock', (story) => plantAt(story, -day, -1, 0, 1, 1000, 60_000, day, 365 * day)],
    [
      'a truncated copy of ours',
      (story) => put(story, newest(story), fileIn(story, newest(story)).slice(0, 9)),
    ],
    ['other content under our name', (story) => put(story, newest(story), rubbish)],
    ['nothing where ours was', (story) => remove(story, newest(story))],
    ['another name for ours', (story) => rename(story, newest(story), 'latchkey-backup-copy.age')],
    [
      'names that are nearly ones',
      (story) => put(story, 'latchkey-backup-+0100000101T000000000Z.age', rubbish),
    ],
  ])(
    'who puts %s there: the next backup is written, opens on a fresh computer, and stays',
    async (_what, act) => {
      const story = await appWithBackups();
      act(story);
      await expectBackedUp(story, 1);
      expect(story.bugs).toEqual([]);
    },
  );

  it('loses no file: none that we did not write is written over or deleted, whatever its name', async () => {
    const story = await appWithBackups();
    plantAt(story, 0, 1, 2, 3, 1000, 365 * day);
    put(story, lastOfAll, rubbish);
    const foreign = namesIn(story).filter((name) => fileIn(story, name) === rubbish);
    expect(foreign).toHaveLength(6);
    for (let count = 0; count < 12; count += 1) {
      await story.backend.noteOnRecoveryCode({ ...ofLedger(story), index: 0, note: `${count}` });
      await settled(story);
    }
    for (const name of foreign) expect(fileIn(story, name)).toBe(rubbish);
    expect(backupNames(story).filter((name) => isOurs(story, name))).toHaveLength(5);
  });

  it('finds no file overwritten that turns up under our next name at the last moment', async () => {
    const story = await appWithBackups();
    const list = story.files.list.bind(story.files);
    const planted = backupName(story.clock.now() + 1, computerOf(story));
    story.files.list = async (folder) => {
      const names = await list(folder);
      put(story, planted, rubbish);
      return names;
    };
    await useUp(story);
    await settled(story);
    story.files.list = list;
    expect(fileIn(story, planted)).toBe(rubbish);
    await expectBackedUp(story, 2);
  });

  it('who puts another key there: nothing is written over it, and it shows until the key is gone', async () => {
    const story = await appWithBackups();
    const ours = fileIn(story, keyName);
    put(story, keyName, rubbish);
    await useUp(story);
    await settled(story);
    expect(fileIn(story, keyName)).toBe(rubbish);
    expect((await folderAt(story)).health).toBe('other-key');
    put(story, keyName, ours);
    await settled(story);
    expect((await folderAt(story)).health).toBe('current');
    expect(await holds(story)).toEqual(['Work: used unused unused']);
  });

  it.each<[string, (story: Story) => unknown, string]>([
    ['deletes it', (story) => remove(story, newest(story)), 'missing'],
    ['renames it', (story) => rename(story, newest(story), 'backup.age'), 'missing'],
    ['cuts it', (story) => put(story, newest(story), fileIn(story, newest(story)).slice(0, -1)), 'damaged'],
    ['puts another in its place', (story) => put(story, newest(story), rubbish), 'damaged'],
    ['empties it', (story) => put(story, newest(story), new Uint8Array()), 'damaged'],
    ['makes it huge', (story) => put(story, newest(story), new Uint8Array(2_000_000)), 'damaged'],
  ])('who %s: a look says so, and a whole one is written by itself', async (_what, act, health) => {
    const story = await appWithBackups();
    await useUp(story);
    await settled(story);
    act(story);
    const before = story.announced.length;
    await settled(story);
    const seen = story.announced.slice(before).map(({ backups }) => backups?.folders[0]?.health);
    expect(seen).toContain(health);
    expect((await folderAt(story)).health).toBe('current');
    expect(await restored(story)).toEqual(codes.map((code, place) => [code, place < 1 ? 'used' : 'unused']));
  });

  it('who puts an old one of ours there under a new name: check and health go by the one that we wrote', async () => {
    const story = await appWithBackups();
    const old = fileIn(story, newest(story));
    await useUp(story);
    await settled(story);
    const last = newest(story);
    put(story, backupName(story.clock.now() + 365 * day, computerOf(story)), old);
    await settled(story);
    expect((await folderAt(story)).health).toBe('current');
    const folderId = (await folderAt(story)).id;
    expect(await story.backend.checkBackup({ folderId, passphrase })).toMatchObject({
      outcome: 'same',
      file: last,
    });
    await useUp(story);
    await settled(story);
    const next = backupNames(story).filter((name) => isOurs(story, name))[0] ?? '';
    expect(next > last).toBe(true);
    expect(await holds(story, stick, next)).toEqual(['Work: used used unused']);
  });
});

describe('a clock that is wrong', () => {
  it.each<[string, number]>([
    ['at the first moment of 1970', 0],
    ['at the last moment of the year 9999', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
    ['beyond the year 9999', Date.UTC(12_000, 5)],
    ['at the last moment that a clock knows', 8.64e15],
  ])(
    '(%s) still gives names that are read, and when it is right again, the newest is found',
    async (_what, now) => {
      const story = await appWithBackups();
      const right = story.clock.now();
      story.clock.pass(now - right);
      await expectBackedUp(story, 1);
      story.clock.pass(right + day - story.clock.now());
      await story.backend.markRecoveryCode({ ...ofLedger(story), index: 2, state: 'used' });
      await settled(story);
      expect(await restored(story)).toEqual(codes.map((code) => [code, 'used']));
      expect((await folderAt(story)).health).toBe('current');
      for (const name of backupNames(story)) expect(backupTime(name)).not.toBeNull();
    },
  );

  it('in the future, when a backup was checked, does not put the next reminder off', async () => {
    const story = await appWithBackups();
    const right = story.clock.now();
    story.clock.pass(3000 * day);
    await story.backend.checkBackup({ folderId: (await folderAt(story)).id, passphrase });
    story.clock.pass(right + day - story.clock.now());
    expect((await snapshotOf(story)).backups?.checkDueAt).toBe(right + 90 * day);
  });

  it('in an older version has left names that nothing comes after, or that are none: they go', async () => {
    const story = await appWithBackups();
    const old = fileIn(story, newest(story));
    const bad = [lastOfAll, 'latchkey-backup-+0100000101T000000000Z.age'];
    for (const name of bad) put(story, name, old);
    await changeFolders(story, (folder) => ({ ...folder, files: [...folder.files, ...bad], last: null }));
    const later = restart(story);
    await later.app.warmUp();
    await expectBackedUp(later, 1);
    expect(namesIn(later)).not.toEqual(expect.arrayContaining([bad[0]]));
    await later.backend.backUpNow({});
    expect((await folderAt(later)).health).toBe('current');
  });
});

function plantAt(story: Story, ...after: number[]): void {
  for (const later of after) {
    const name = backupName(story.clock.now() + later, computerOf(story));
    if (!namesIn(story).includes(name)) put(story, name, rubbish);
  }
}

function rename(story: Story, from: string, to: string): void {
  put(story, to, fileIn(story, from));
  remove(story, from);
}
