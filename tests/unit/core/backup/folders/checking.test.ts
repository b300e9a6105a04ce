import { describe, expect, it } from 'vitest';
import { backupTime, keyName } from '../../../../../src-main/core/backup/content/file-names';
import { codeOf } from '../../../../app/failure-of';
import { makeApp, type World } from '../../../../app/make-app';
import { ofLedger, restart, snapshotOf, type Story } from '../../story';
import { openedVault } from '../../vault/opened-vault';
import {
  appWithBackups,
  backupNames,
  folderAt,
  fileIn,
  openedKey,
  passphrase,
  picture,
  settled,
  setUpIn,
  spoil,
  stick,
  useUp,
} from './backup-world';

const later = 24 * 60 * 60 * 1000;
const check = async (world: World, typed = passphrase) =>
  world.backend.checkBackup({ folderId: (await folderAt(world)).id, passphrase: typed });
const newest = (world: World): string => backupNames(world)[0] ?? '';

/** An app with two backups, a day after. */
async function withTwo(): Promise<Story> {
  const story = await appWithBackups();
  await useUp(story);
  await settled(story);
  story.clock.pass(later);
  return story;
}

describe('checking a backup', () => {
  it('opens the newest, finds it the same, and remembers that', async () => {
    const story = await withTwo();
    expect(await check(story)).toMatchObject({
      outcome: 'same',
      file: newest(story),
      madeAt: backupTime(newest(story)),
      ledgers: [{ label: 'Work', kind: 'same', codes: 3, left: 2 }],
      damaged: [],
    });
    const now = story.clock.now();
    expect(await folderAt(restart(story))).toMatchObject({ checkedAt: now, health: 'current' });
    expect((await snapshotOf(story)).backups?.checkDueAt).toBe(now + 90 * later);
  });

  it('tells what the backup lacks, and remembers the check all the same', async () => {
    const story = await appWithBackups();
    story.files.writeTrouble.set(stick, 'full');
    await useUp(story);
    await settled(story);
    story.clock.pass(later);
    expect(await check(story)).toMatchObject({ outcome: 'differs', ledgers: [{ codesChanged: 1 }] });
    expect(await folderAt(story)).toMatchObject({ checkedAt: story.clock.now(), health: 'full' });
  });

  it('does not call another name the same', async () => {
    const story = await appWithBackups();
    story.files.writeTrouble.set(stick, 'full');
    await story.backend.renameAccount({ accountId: story.accountId, label: 'Bank' });
    await settled(story);
    expect(await check(story)).toMatchObject({
      outcome: 'differs',
      ledgers: [
        {
          ...{ label: 'Work', kind: 'differs', differing: ['label'] },
          ...{ codesOnlyThere: 0, codesOnlyHere: 0, codesChanged: 0 },
        },
      ],
    });
  });

  it('finds out a writer that leaves out when codes were used', async () => {
    const story = await withTwo();
    await replaceNewest(story, (text) => text.replaceAll(/,\s*"at": "[^"]*"/g, ''));
    expect(await check(story)).toMatchObject({
      outcome: 'differs',
      ledgers: [{ kind: 'differs', differing: ['at'] }],
    });
  });

  it('takes the next older where the newest is damaged, and says so until there is a new one', async () => {
    const story = await withTwo();
    const [damaged = '', older] = backupNames(story);
    spoil(story, damaged);
    expect(await check(story)).toMatchObject({ outcome: 'differs', file: older, damaged: [damaged] });
    expect(await folderAt(story)).toMatchObject({ health: 'damaged', checkedAt: story.clock.now() });
    // The next look sees that it is not as it was written.
    await settled(story);
    expect((await folderAt(story)).health).toBe('current');
    expect(await check(story)).toMatchObject({ outcome: 'same', damaged: [] });
  });

  it.each<[string, (content: Uint8Array) => Uint8Array]>([
    ['empty', () => new Uint8Array()],
    ['too large', () => new Uint8Array(2_000_000)],
    ['another kind of file', () => new Uint8Array(500).fill(65)],
    ['cut', (content) => content.slice(0, -20)],
  ])('takes a backup that is %s as damaged', async (_what, how) => {
    const story = await withTwo();
    const name = newest(story);
    story.files.folders.get(stick)?.set(name, how(fileIn(story, name)));
    expect((await check(story)).damaged).toEqual([name]);
  });

  it('takes one that holds no document of ours as damaged', async () => {
    const story = await withTwo();
    await replaceNewest(story, () => '{"format":"something else"}');
    expect((await check(story)).damaged).toEqual([newest(story)]);
  });

  it('waits for the vault, for there is nothing to compare with before', async () => {
    const story = await withTwo();
    const { id: folderId } = await folderAt(story);
    const again = restart(story);
    expect(await again.backend.checkBackup({ folderId, passphrase })).toMatchObject({ outcome: 'same' });
    const closed = restart(again);
    closed.secrets.trouble = 'locked';
    expect(await codeOf(closed.backend.checkBackup({ folderId, passphrase }))).toBe('locked');
  });

  it('looks at no backup that this computer did not write', async () => {
    const story = await withTwo();
    story.files.folders.get(stick)?.set('latchkey-backup-20990101T000000000Z.age', new Uint8Array(9));
    expect(await check(story)).toMatchObject({ outcome: 'same', damaged: [] });
  });

  it('is not lost when the vault cannot be written', async () => {
    const story = await withTwo();
    story.vaultFile.full = true;
    expect(await check(story)).toMatchObject({ outcome: 'same' });
    expect((await folderAt(story)).checkedAt).toBe(story.clock.now());
  });

  it('and a change at the same time lose nothing of each other', async () => {
    const story = await withTwo();
    const folderId = (await folderAt(story)).id;
    const checking = story.backend.checkBackup({ folderId, passphrase });
    expect(await codeOf(story.backend.checkBackup({ folderId, passphrase }))).toBe('busy');
    await story.backend.markRecoveryCode({ ...ofLedger(story), index: 2, state: 'used' });
    const { file } = await checking;
    await settled(story);
    expect((await openedVault(story)).local.backups?.folders).toMatchObject([
      { checked: { at: story.clock.now(), file }, files: backupNames(story).reverse() },
    ]);
  });
});

describe('a check that fails', () => {
  it.each<[string, (story: Story) => unknown, string, string]>([
    ['the key is gone', (story) => remove(story, keyName), 'backup-key-missing', 'missing'],
    ['the key is damaged', (story) => spoil(story, keyName), 'backup-key-damaged', 'damaged'],
    ['the key is none', (story) => put(story, keyName, 10), 'backup-key-damaged', 'damaged'],
    ['the key is too large', (story) => put(story, keyName, 2_000_000), 'backup-key-damaged', 'damaged'],
    ['the key is another one', putOtherKey, 'backup-key-other', 'other-key'],
    [
      'the backups are gone',
      (story) => backupNames(story).forEach((name) => remove(story, name)),
      'backup-missing',
      'missing',
    ],
    [
      'all backups are damaged',
      (story) => backupNames(story).forEach((name) => spoil(story, name)),
      'backup-damaged',
      'damaged',
    ],
    [
      'the folder is gone',
      ({ files }) => files.trouble.set(stick, 'gone'),
      'backup-folder-gone',
      'folder-gone',
    ],
    ['the backup is of a later Latchkey', newer, 'file-newer', 'current'],
  ])('because %s says so, and is not remembered as a check', async (_what, happens, code, health) => {
    const story = await withTwo();
    await happens(story);
    const before = picture(story);
    expect(await codeOf(check(story))).toBe(code);
    expect(await folderAt(story)).toMatchObject({ health, checkedAt: story.clock.now() - later });
    expect(picture(story)).toEqual(before);
    expect(story.bugs).toEqual([]);
  });

  it('for a wrong passphrase changes nothing', async () => {
    const story = await withTwo();
    expect(await codeOf(check(story, 'correct horse'))).toBe('wrong-passphrase');
    expect(await folderAt(story)).toMatchObject({ health: 'current', checkedAt: story.clock.now() - later });
    expect(await check(story)).toMatchObject({ outcome: 'same' });
  });

  it('for a folder that is not set up', async () => {
    const story = await withTwo();
    const folderId = story.accountId;
    expect(await codeOf(story.backend.checkBackup({ folderId, passphrase }))).toBe('no-such-folder');
  });
});

const remove = ({ files }: World, name: string) => files.folders.get(stick)?.delete(name);
const put = ({ files }: World, name: string, size: number) =>
  files.folders.get(stick)?.set(name, new Uint8Array(size));

/** The key of another computer that has the same passphrase. */
async function putOtherKey(story: Story): Promise<void> {
  const other = makeApp({ sealer: story.sealer });
  await setUpIn(other, stick);
  story.files.folders.get(stick)?.set(keyName, fileIn(other, keyName));
}

async function replaceNewest(story: Story, how: (text: string) => string): Promise<void> {
  const [identity = ''] = /AGE-SECRET-KEY-1\w+/.exec(await openedKey(story)) ?? [];
  const text = await story.sealer.openWith(identity, fileIn(story, newest(story)));
  const sealed = await story.sealer.sealTo(await story.sealer.recipientOf(identity), how(text));
  story.files.folders.get(stick)?.set(newest(story), sealed);
}

const newer = (story: Story): Promise<void> =>
  replaceNewest(story, (text) => text.replace('"schema": 2', '"schema": 3'));
