import { describe, expect, it } from 'vitest';
import { backupName } from '../../../../../src-main/core/backup/content/file-names';
import { FileFailure } from '../../../../../src-main/core/ports/files/files';
import { surplus } from '../../../../../src-main/core/backup/folders/retention';
import { limits } from '#contract/limits';
import { appWithAccount, restart, type Story } from '../../story';
import {
  appWithBackups,
  backupNames,
  computerOf,
  folderAt,
  namesIn,
  passphrase,
  settled,
  setUpIn,
  stick,
} from './backup-world';

const at = (...seconds: number[]): string[] => seconds.map((second) => backupName(second * 1000, null));

/** A change that was not there before and its backup, after some time. */
async function change(story: Story, seconds: number): Promise<void> {
  story.clock.pass(seconds * 1000);
  await story.backend.noteOnRecoveryCode({
    ledgerId: story.accountId,
    index: 0,
    note: `${story.clock.now()}`,
  });
  await settled(story);
}

describe('which backups are too many', () => {
  it.each<[string, string[], string[], string[]]>([
    ['none of few', at(1, 2, 3), [], []],
    ['the one closest to its next newer', at(0, 100, 101, 300), at(300), at(100)],
    ['never the newest', at(0, 100, 200, 201), at(201), at(200)],
    ['never the checked one', at(0, 100, 101, 300), at(100, 300), at(0)],
    ['the oldest of equals', at(0, 10, 20, 30), at(30), at(0)],
    ['as many as it takes', at(0, 100, 101, 102, 103), at(103), at(100, 101)],
    ['first the one that a wrong clock named after all others', at(0, 100, 101, 9000), at(101), at(9000)],
    ['in whatever order they come', at(300, 101, 0, 100), at(300), at(100)],
  ])('%s', (_what, files, stay, gone) => {
    expect(surplus(files, stay, 3)).toEqual(gone);
  });

  it('never the checked and the newest, even when only one may stay', () => {
    expect(surplus(at(1, 2, 3), at(1, 3), 1)).toEqual(at(2));
  });
});

describe('a backup folder', () => {
  it('keeps the last few, with the one from before a burst of changes', async () => {
    const story = await appWithBackups();
    const [checked] = backupNames(story);
    await change(story, 24 * 60 * 60);
    const [dayAfter] = backupNames(story);
    await change(story, 24 * 60 * 60);
    const [twoDaysAfter] = backupNames(story);
    for (let count = 0; count < 20; count += 1) await change(story, 1);
    const names = backupNames(story);
    expect(names).toHaveLength(limits.backupsKept);
    expect(names).toEqual(expect.arrayContaining([checked, dayAfter]));
    expect(names[0]).toBe(backupName(story.clock.now(), computerOf(story)));
    expect(names).not.toContain(twoDaysAfter);
    expect((await folderAt(story)).kept).toBe(limits.backupsKept);
  });

  it('keeps the one that was checked last, however old and close it is', async () => {
    const story = await appWithBackups();
    await change(story, 1);
    const [checked] = backupNames(story);
    await story.backend.checkBackup({ folderId: (await folderAt(story)).id, passphrase });
    for (let count = 0; count < 10; count += 1) await change(story, 100);
    expect(backupNames(story)).toContain(checked);
    expect(backupNames(story)).toHaveLength(limits.backupsKept);
  });

  it('keeps every file that this computer did not write', async () => {
    const story = await appWithBackups();
    const foreign = [...at(1, 2, 3), 'notes.txt', 'latchkey-backup-copy.age'];
    for (const name of foreign) story.files.folders.get(stick)?.set(name, new Uint8Array([1]));
    for (let count = 0; count < 10; count += 1) await change(story, 10);
    expect(namesIn(story)).toEqual(expect.arrayContaining(foreign));
    expect(backupNames(story)).toHaveLength(limits.backupsKept + 3);
  });

  it('that is shared keeps those of the other', async () => {
    const story = await appWithBackups();
    const other = await appWithBackupsElsewhere(story);
    for (let count = 0; count < 10; count += 1) await change(story, 10);
    expect((await folderAt(other)).health).toBe('current');
    await settled(other);
    expect(await folderAt(other)).toMatchObject({ health: 'current', kept: 1 });
  });

  it('goes on when old ones cannot be deleted, and deletes them later', async () => {
    const story = await appWithBackups();
    const remove = story.files.remove.bind(story.files);
    story.files.remove = () => Promise.reject(new FileFailure('failed'));
    for (let count = 0; count < 10; count += 1) await change(story, 10);
    expect(backupNames(story)).toHaveLength(11);
    expect(await folderAt(story)).toMatchObject({ health: 'current', kept: limits.backupsKept + 1 });
    story.files.remove = remove;
    await change(story, 10);
    expect((await folderAt(story)).kept).toBe(limits.backupsKept);
    expect((await folderAt(restart(story))).kept).toBe(limits.backupsKept);
  });
});

/** A second computer that writes into the same folder. */
async function appWithBackupsElsewhere({ files, clock }: Story): Promise<Story> {
  const other = await appWithAccount({ files, clock });
  await setUpIn(other, stick);
  return other;
}
