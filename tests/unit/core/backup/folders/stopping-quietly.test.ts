import { describe, expect, it, vi } from 'vitest';
import { keyName } from '../../../../../src-main/core/backup/content/file-names';
import { trayView } from '../../../../../src-main/core/desktop/tray-menu';
import { tooltipText } from '../../../../../src-main/edge/tray/tray-text';
import { makeApp } from '../../../../app/make-app';
import { restart, type Story } from '../../story';
import { addIn, appWithBackups, folderAt, disk, fileIn, holds, settled, stick, useUp } from './backup-world';

const quarter = 15 * 60_000;

function anHour({ clock }: Story): void {
  for (let count = 0; count < 4; count += 1) clock.pass(quarter);
}

/** Latchkey in the tray: nobody looks, and what there is to tell is told. */
async function inTheTray(story?: Story): Promise<Story> {
  const watched = story ?? (await appWithBackups());
  await watched.app.beginNotifying();
  await watched.app.warmUp();
  await settled(watched);
  return watched;
}

/** What was told about backups. */
const titles = ({ notifications }: Story): string[] =>
  notifications.shown.map(({ title }) => title).filter((title) => title.startsWith('Backup'));
const tooltip = ({ app, clock }: Story): string => tooltipText(trayView(app.snapshot(), clock.now()).tooltip);
const again = (story: Story): Story => restart({ ...story, notifications: makeApp().notifications });

/** Waits until a health is known, without looking: a look would be what has to come by itself. */
const becomes = (story: Story, health: string) =>
  vi.waitFor(() => expect(story.app.snapshot().backups?.folders[0]?.health).toBe(health));

describe('a backup that fails while nobody looks', () => {
  it.each([
    ['gone', 'Backup not written – folder not there'],
    ['not-allowed', 'Backup not written – folder write-protected'],
    ['full', 'Backup not written – no space left'],
    ['failed', 'Backup not written'],
  ] as const)('(%s) is told by one notification and by the tray', async (kind, title) => {
    const story = await inTheTray();
    story.files.writeTrouble.set(stick, kind);
    await useUp(story);
    await vi.waitFor(() => expect(titles(story)).toEqual([title]));
    expect(tooltip(story)).toContain(title);
    story.notifications.shown[0]?.click();
    expect(story.notifications.opened).toEqual(['backups']);
    for (let count = 0; count < 9; count += 1) {
      story.clock.pass(quarter);
      await settled(story);
    }
    await useUp(story);
    await settled(story);
    expect(titles(story)).toHaveLength(1);
  });

  it('names no folder, and no code', async () => {
    const story = await inTheTray();
    story.files.trouble.set(stick, 'gone');
    await useUp(story);
    await vi.waitFor(() => expect(titles(story)).toHaveLength(1));
    expect(JSON.stringify(story.notifications.shown)).not.toMatch(/stick|acdef/);
  });

  it('is not told again by a start, and again when it was good in between', async () => {
    const story = await inTheTray();
    story.files.trouble.set(stick, 'gone');
    await useUp(story);
    await vi.waitFor(() => expect(titles(story)).toHaveLength(1));
    await settled(story);
    await story.backend.setTheme({ theme: 'dark' });

    const later = await inTheTray(again(story));
    expect((await folderAt(later)).health).toBe('folder-gone');
    expect(titles(later)).toEqual([]);
    later.files.trouble.clear();
    later.clock.pass(quarter);
    await becomes(later, 'current');
    await later.backend.setTheme({ theme: 'light' });
    later.files.trouble.set(stick, 'gone');
    await useUp(later);
    await vi.waitFor(() => expect(titles(later)).toHaveLength(1));
  });

  it('is told for each folder, and where another key lies there', async () => {
    const story = await inTheTray();
    await addIn(story, disk);
    story.files.folders.get(stick)?.set(keyName, new Uint8Array(9));
    story.files.writeTrouble.set(disk, 'full');
    await useUp(story);
    await vi.waitFor(() =>
      expect(titles(story)).toEqual([
        'Backup not written – another key',
        'Backup not written – no space left',
      ]),
    );
  });

  it('is not told where that is switched off', async () => {
    const story = await inTheTray();
    await story.backend.setNotification({ kind: 'backupTrouble', on: false });
    story.files.writeTrouble.set(stick, 'full');
    await useUp(story);
    await becomes(story, 'full');
    await settled(story);
    expect(titles(story)).toEqual([]);
    expect(tooltip(story)).toContain('no space left');
  });

  it('is no news while the stick lies in a drawer and holds everything', async () => {
    const story = await inTheTray();
    story.files.trouble.set(stick, 'gone');
    anHour(story);
    await becomes(story, 'folder-gone');
    await settled(story);
    expect(titles(story)).toEqual([]);
    expect(tooltip(story)).not.toContain('Backup');
  });
});

describe('a look now and then', () => {
  it('writes to a folder that is back, although nobody looks', async () => {
    const story = await inTheTray();
    story.files.trouble.set(stick, 'gone');
    await useUp(story);
    await becomes(story, 'folder-gone');
    await settled(story);
    story.files.trouble.clear();
    story.clock.pass(quarter);
    await becomes(story, 'current');
    expect(await holds(story)).toEqual(['Work: used unused unused']);
  });

  it.each(['full', 'not-allowed', 'failed'] as const)('tries again what failed (%s)', async (kind) => {
    const story = await inTheTray();
    story.files.writeTrouble.set(stick, kind);
    await useUp(story);
    await vi.waitFor(() => expect(titles(story)).toHaveLength(1));
    await settled(story);
    story.files.writeTrouble.clear();
    story.clock.pass(quarter);
    await becomes(story, 'current');
    expect(await holds(story)).toEqual(['Work: used unused unused']);
  });

  it('sees within the hour what somebody else has deleted, tells it, and writes a whole one', async () => {
    const story = await inTheTray();
    const files = story.files.folders.get(stick);
    for (const name of files?.keys() ?? []) if (name !== keyName) files?.delete(name);
    anHour(story);
    await vi.waitFor(() => expect(titles(story)).toEqual(['Backup missing']));
    await becomes(story, 'current');
    expect(await holds(story)).toEqual(['Work: unused unused unused']);
  });

  it('costs nothing while all is well: one look in an hour, and not a byte', async () => {
    const story = await inTheTray();
    // Newer versions are looked for a while after the start.
    anHour(story);
    await story.app.settled();
    const list = vi.spyOn(story.files, 'list');
    const before = [story.files.done.length, story.vaultFile.written.length, story.announcements()];
    for (let count = 0; count < 8; count += 1) {
      story.clock.pass(quarter);
      await story.app.settled();
    }
    expect(list).toHaveBeenCalledTimes(2);
    expect([story.files.done.length, story.vaultFile.written.length, story.announcements()]).toEqual(before);
  });

  it('does nothing while Latchkey is locked, and all of it when it is unlocked', async () => {
    const story = await inTheTray();
    story.files.trouble.set(stick, 'gone');
    await useUp(story);
    await becomes(story, 'folder-gone');
    await settled(story);
    await story.app.lock();
    story.files.trouble.clear();
    const list = vi.spyOn(story.files, 'list');
    const before = fileIn(story, keyName);
    for (let count = 0; count < 8; count += 1) story.clock.pass(quarter);
    await story.app.settled();
    expect(list).not.toHaveBeenCalled();
    expect(tooltip(story)).toBe('Latchkey – locked');
    await story.backend.unlock({ passphrase: '' });
    await becomes(story, 'current');
    expect(await holds(story)).toEqual(['Work: used unused unused']);
    expect(fileIn(story, keyName)).toBe(before);
  });

  it('comes when the computer wakes up', async () => {
    const story = await inTheTray();
    story.files.trouble.set(stick, 'gone');
    await useUp(story);
    await becomes(story, 'folder-gone');
    await settled(story);
    story.files.trouble.clear();
    story.app.wake();
    await becomes(story, 'current');
  });
});
