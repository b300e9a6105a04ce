import { describe, expect, it } from 'vitest';
import { codeOf, failureOf } from '../../../app/failure-of';
import { lockOf, passphrase as unlocking } from '../lock/lock-world';
import { appWithCodes } from '../story';
import { appWithBackups, codes, fileIn, folderAt, namesIn, passphrase, stick } from './folders/backup-world';

const kitName = 'latchkey-kit-2026-01-02.age';
const bySame = (typed: string) => ({
  sealFor: { who: 'passphrase' as const, passphrase: typed, sameAs: 'backups' as const },
});
const lockBySame = (newPassphrase: string, now = '') => ({
  passphrase: now,
  newPassphrase,
  sameAs: 'backups' as const,
});
async function appWithKits() {
  const story = await appWithBackups();
  story.dialogs.saveFolder = stick;
  return story;
}
/** An app that asks for a passphrase, with a folder chosen for its first backup. */
async function appThatLocks() {
  const story = await appWithCodes(codes);
  await story.backend.setLockPassphrase({ passphrase: '', newPassphrase: unlocking });
  story.files.make(stick);
  story.dialogs.folder = stick;
  await story.backend.chooseBackupFolder({});
  return story;
}
const setUp = (story: Awaited<ReturnType<typeof appThatLocks>>, typed: string) =>
  story.backend.setUpBackup({ passphrase: typed, sameAs: 'lock' });

describe('the passphrase of the backups for a kit', () => {
  it('seals a file, and a page', async () => {
    const story = await appWithKits();
    expect(await story.backend.saveKit(bySame(passphrase))).toEqual({ saved: kitName });
    const text = await story.sealer.openWithPassphrase(passphrase, fileIn(story, kitName));
    expect(text).toContain(codes[0]);
    const by = { passphrase, sameAs: 'backups' as const, withCodes: false, without: [] };
    expect((await story.backend.makeKitSheet(by)).parts).not.toEqual([]);
  });

  it.each(['not the one that seals', 'short', ''])('is checked first: "%s" seals nothing', async (typed) => {
    const story = await appWithKits();
    expect(await codeOf(story.backend.saveKit(bySame(typed)))).toBe('not-backups-passphrase');
    const by = { passphrase: typed, sameAs: 'backups' as const, withCodes: false, without: [] };
    expect(await codeOf(story.backend.makeKitSheet(by))).toBe('not-backups-passphrase');
    expect([story.dialogs.suggested, namesIn(story)]).toEqual([[], expect.not.arrayContaining([kitName])]);
  });

  it('is that of now, once it was changed', async () => {
    const story = await appWithKits();
    await story.backend.changeBackupPassphrase({ passphrase, newPassphrase: 'other words from now on' });
    expect(await codeOf(story.backend.saveKit(bySame(passphrase)))).toBe('not-backups-passphrase');
    expect(await story.backend.saveKit(bySame('other words from now on'))).toEqual({ saved: kitName });
  });

  it('is not there without backups', async () => {
    const story = await appWithCodes(codes);
    expect(await codeOf(story.backend.saveKit(bySame(passphrase)))).toBe('no-such-folder');
  });
});

describe('the passphrase of the backups for the lock', () => {
  it('unlocks Latchkey from then on, and stays when that of the backups changes', async () => {
    const story = await appWithBackups();
    await story.backend.setLockPassphrase(lockBySame(passphrase));
    await story.backend.changeBackupPassphrase({ passphrase, newPassphrase: 'other words from now on' });
    await story.backend.lock({});
    expect(await codeOf(story.backend.unlock({ passphrase: 'other words from now on' }))).toBe(
      'wrong-passphrase',
    );
    await story.backend.unlock({ passphrase });
    expect(await lockOf(story)).toMatchObject({ locked: false, by: 'passphrase' });
  });

  it('is checked first: a wrong one sets nothing', async () => {
    const story = await appWithBackups();
    const wrong = story.backend.setLockPassphrase(lockBySame('not the one that seals'));
    expect(await codeOf(wrong)).toBe('not-backups-passphrase');
    expect(await lockOf(story)).toMatchObject({ by: 'keychain' });
  });

  it('takes the place of another one for whoever knows that', async () => {
    const story = await appWithBackups();
    await story.backend.setLockPassphrase({ passphrase: '', newPassphrase: unlocking });
    const guess = story.backend.setLockPassphrase(lockBySame(passphrase, 'not the one'));
    expect(await codeOf(guess)).toBe('wrong-passphrase');
    await story.backend.setLockPassphrase(lockBySame(passphrase, unlocking));
    await story.backend.lock({});
    await story.backend.unlock({ passphrase });
    expect(await lockOf(story)).toMatchObject({ locked: false });
  });
});

describe('the passphrase of the lock for the first backup', () => {
  it('opens what it writes', async () => {
    const story = await appThatLocks();
    await setUp(story, unlocking);
    const { id: folderId } = await folderAt(story);
    const checked = await story.backend.checkBackup({ folderId, passphrase: unlocking });
    expect(checked).toMatchObject({ outcome: 'same' });
  });

  it('is checked first: a wrong one writes nothing, and the folder stays chosen', async () => {
    const story = await appThatLocks();
    expect(await codeOf(setUp(story, 'not the one that unlocks'))).toBe('wrong-passphrase');
    expect(namesIn(story)).toEqual([]);
    await setUp(story, unlocking);
    expect(namesIn(story)).not.toEqual([]);
  });

  it('is guessed no faster there than at the lock', async () => {
    const story = await appThatLocks();
    for (let time = 0; time < 6; time += 1) await setUp(story, 'not the one').catch(() => undefined);
    expect((await failureOf(setUp(story, unlocking))).code).toBe('unlock-too-soon');
  });
});
