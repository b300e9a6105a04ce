import { describe, expect, it } from 'vitest';
import { keyName } from '../../../../../src-main/core/backup/content/file-names';
import { codeOf } from '../../../../app/failure-of';
import { makeApp, type World } from '../../../../app/make-app';
import { restart } from '../../story';
import {
  addIn,
  appWithBackups,
  folderAt,
  disk,
  fileIn,
  openedKey,
  passphrase,
  picture,
  settled,
  stick,
  useUp,
} from './backup-world';

const next = 'other words from now on';
const change = (world: World, from = passphrase, to = next) =>
  world.backend.changeBackupPassphrase({ passphrase: from, newPassphrase: to });
const check = async (world: World, typed: string, folder = stick) =>
  world.backend.checkBackup({ folderId: (await folderAt(world, folder)).id, passphrase: typed });

/** The part of the key's text that opens backups. */
const identityIn = async (world: World, typed: string, folder = stick) =>
  /AGE-SECRET-KEY-1\w+/.exec(await openedKey(world, typed, folder))?.[0];

describe('changing the passphrase of the backups', () => {
  it('seals the same key anew in every folder, so that the old backups stay readable', async () => {
    const story = await appWithBackups();
    await addIn(story, disk);
    const identity = await identityIn(story, passphrase);
    await change(story);
    for (const folder of [stick, disk]) {
      expect(await identityIn(story, next, folder)).toBe(identity);
      expect(await check(story, next, folder)).toMatchObject({ outcome: 'same' });
      expect(await codeOf(check(story, passphrase, folder))).toBe('wrong-passphrase');
    }
  });

  it('holds over a restart, for folders that come later, too', async () => {
    const story = await appWithBackups();
    await change(story);
    const later = restart(story);
    await addIn(later, disk);
    expect(await check(later, next, disk)).toMatchObject({ outcome: 'same' });
    expect(await codeOf(change(later))).toBe('wrong-passphrase');
    await change(later, next, passphrase);
    expect(await check(later, passphrase)).toMatchObject({ outcome: 'same' });
  });

  it('reaches a folder that is away with its next backup, even after two changes', async () => {
    const story = await appWithBackups();
    await addIn(story, disk);
    story.files.trouble.set(stick, 'gone');
    await change(story, passphrase, 'words in between');
    await change(story, 'words in between', next);
    expect((await folderAt(story)).health).toBe('folder-gone');
    expect(await check(story, next, disk)).toMatchObject({ outcome: 'same' });
    story.files.trouble.clear();
    expect(await codeOf(check(story, next))).toBe('wrong-passphrase');
    const later = restart(story);
    await useUp(later);
    await settled(later);
    expect(await check(later, next)).toMatchObject({ outcome: 'same' });
    expect((await folderAt(later)).health).toBe('current');
  });

  it('leaves a key alone that is not ours', async () => {
    const story = await appWithBackups();
    story.files.folders.get(stick)?.set(keyName, new Uint8Array(7));
    await change(story);
    expect(fileIn(story, keyName)).toEqual(new Uint8Array(7));
    expect((await folderAt(story)).health).toBe('other-key');
  });

  it.each<[string, (world: World) => Promise<unknown>, string]>([
    ['the old one is wrong', (world) => change(world, 'something else'), 'wrong-passphrase'],
    ['the new one is too short', (world) => change(world, passphrase, 'short'), 'passphrase-too-short'],
    [
      'the vault cannot be written',
      (world) => {
        world.vaultFile.full = true;
        return change(world);
      },
      'vault-not-saved',
    ],
    [
      'what is sealed does not open as it was',
      (world) => {
        world.sealer.seals = (text) => text.replace(/(?<=KEY-1FAKE)\w+/, '9999');
        return change(world);
      },
      'backup-not-written',
    ],
  ])('changes nothing when %s', async (_what, act, code) => {
    const story = await appWithBackups();
    const before = picture(story);
    const { sealed } = story.vaultFile;
    expect(await codeOf(act(story))).toBe(code);
    expect(picture(story)).toEqual(before);
    expect(story.vaultFile.sealed).toBe(sealed);
  });

  it('needs a folder that is set up', async () => {
    expect(await codeOf(change(makeApp()))).toBe('no-such-folder');
  });
});
