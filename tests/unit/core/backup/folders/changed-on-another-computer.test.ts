import { describe, expect, it } from 'vitest';
import { keyName } from '../../../../../src-main/core/backup/content/file-names';
import { codeOf } from '../../../../app/failure-of';
import type { World } from '../../../../app/make-app';
import { appWithAccount, appWithCodes, restart, type Story } from '../../story';
import { openedVault } from '../../vault/opened-vault';
import {
  addIn,
  appWithBackups,
  choose,
  folderAt,
  disk,
  fileIn,
  holds,
  openedKey,
  passphrase,
  picture,
  settled,
  setUpIn,
  stick,
  useUp,
} from './backup-world';

const next = 'other words from now on';
const check = async (world: World, typed: string, folder = stick) =>
  world.backend.checkBackup({ folderId: (await folderAt(world, folder)).id, passphrase: typed });

/** Two computers that share a folder and its key. The second changes the passphrase. */
async function changedElsewhere(): Promise<{ readonly first: Story; readonly second: World }> {
  const first = await appWithBackups();
  const { files, sealer, clock } = first;
  const second = await appWithCodes(
    ['other-11111'],
    await appWithAccount({ files, sealer, clock }, { label: 'Home' }),
  );
  await setUpIn(second, stick);
  await second.backend.changeBackupPassphrase({ passphrase, newPassphrase: next });
  return { first, second };
}

describe('a passphrase that was changed on another computer', () => {
  it('keeps everything from being written, and is told without a word of a passphrase that nobody typed', async () => {
    const { first } = await changedElsewhere();
    const before = picture(first);
    await useUp(first);
    await settled(first);
    expect((await folderAt(first)).health).toBe('other-key');
    expect(await codeOf(first.backend.backUpNow({}))).toBe('backup-key-changed');
    expect(picture(first)).toEqual(before);
  });

  it('is typed once, and backups go on by themselves, here and in all other folders', async () => {
    const { first } = await changedElsewhere();
    await addIn(first, disk);
    await useUp(first);
    await settled(first);
    expect(await check(first, next)).toMatchObject({ outcome: 'differs', ledgers: [{ codesChanged: 1 }] });
    await settled(first);
    expect((await folderAt(first)).health).toBe('current');
    expect(fileIn(first, keyName, disk)).toEqual(fileIn(first, keyName));
    expect(await openedKey(first, next, disk)).toContain('AGE-SECRET-KEY-1');

    const later = restart(first);
    await useUp(later);
    await settled(later);
    for (const folder of [stick, disk]) {
      expect(await check(later, next, folder)).toMatchObject({ outcome: 'same' });
      expect(await codeOf(check(later, passphrase, folder))).toBe('wrong-passphrase');
    }
    expect((await folderAt(later, disk)).health).toBe('current');
  });

  it('opens a further folder with the same key, and is taken over for all', async () => {
    const { first, second } = await changedElsewhere();
    await addIn(second, disk);
    await choose(first, disk);
    expect(await codeOf(first.backend.setUpBackup({ passphrase }))).toBe('backup-folder-in-use');
    await first.backend.setUpBackup({ passphrase: next });
    await settled(first);
    expect([(await folderAt(first)).health, (await folderAt(first, disk)).health]).toEqual([
      'current',
      'current',
    ]);
    await useUp(first);
    await settled(first);
    expect(await holds(first, disk).catch(() => 'the passphrase is another')).toBe(
      'the passphrase is another',
    );
    expect(await check(first, next)).toMatchObject({ outcome: 'same' });
  });

  it('is taken over even where the backups are gone, and they are written again', async () => {
    const { first } = await changedElsewhere();
    for (const name of [...(first.files.folders.get(stick)?.keys() ?? [])]) {
      if (name !== keyName) first.files.folders.get(stick)?.delete(name);
    }
    expect(await codeOf(check(first, next))).toBe('backup-missing');
    await settled(first);
    expect((await folderAt(first)).health).toBe('current');
    expect(await check(first, next)).toMatchObject({ outcome: 'same' });
  });
});

describe('another key in the folder', () => {
  it('stays another one, whatever opens it: nothing is taken over and nothing written', async () => {
    const story = await appWithBackups();
    const stranger = await appWithBackups();
    const key = await stranger.sealer.newIdentity().then(() => stranger.sealer.newIdentity());
    const sealed = await story.sealer.sealWithPassphrase(next, `${key}\n`, 'armored');
    story.files.folders.get(stick)?.set(keyName, sealed);
    const before = picture(story);
    expect(await codeOf(check(story, next))).toBe('backup-key-other');
    expect((await folderAt(story)).health).toBe('other-key');
    await useUp(story);
    await settled(story);
    expect(picture(story)).toEqual(before);
  });

  it('that is too long for the vault is not taken over, though it holds the same', async () => {
    const story = await appWithBackups();
    const key = await openedKey(story);
    const before = (await openedVault(story)).local.backups;
    const padded = await story.sealer.sealWithPassphrase(next, `${key}${'#'.repeat(8000)}\n`, 'armored');
    story.files.folders.get(stick)?.set(keyName, padded);
    expect(await codeOf(check(story, next))).toBe('backup-key-damaged');
    expect((await openedVault(story)).local.backups).toEqual(before);
  });
});
