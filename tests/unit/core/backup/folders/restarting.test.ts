import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../../app/failure-of';
import type { OldAccount, OldSettings } from '../../../../../src-main/core/state/old-settings';
import { freshSettings, writeSettings } from '../../../../../src-main/core/state/settings';
import { makeApp, type World } from '../../../../app/make-app';
import { MemorySettingsFile } from '../../../../fakes/memory-settings-file';
import { MemoryVaultFile } from '../../../../fakes/memory-vault-file';
import { restart, serviceUrl, snapshotOf } from '../../story';
import { openedVault } from '../../vault/opened-vault';
import { addByHand } from '../../vault/vault-world';
import {
  appWithBackups,
  backupNames,
  folderAt,
  holds,
  namesIn,
  picture,
  settled,
  setUpIn,
  stick,
  useUp,
  passphrase,
} from './backup-world';

describe('after a restart', () => {
  it('a backup that fell behind is written by itself', async () => {
    const story = await appWithBackups();
    story.files.trouble.set(stick, 'gone');
    await useUp(story);
    await settled(story);
    story.files.trouble.clear();
    const later = restart(story);
    await later.app.warmUp();
    await settled(later);
    expect(await holds(later)).toEqual(['Work: used unused unused']);
    expect((await folderAt(later)).health).toBe('current');
  });

  it('one that holds everything is left as it is', async () => {
    const story = await appWithBackups();
    await useUp(story);
    await settled(story);
    const later = restart(story);
    const before = picture(later);
    await later.app.warmUp();
    await settled(later);
    expect(picture(later)).toEqual(before);
  });

  it('nothing is written or told of while the vault is closed, and what fell behind is written when it opens', async () => {
    const story = await appWithBackups();
    story.files.trouble.set(stick, 'gone');
    await useUp(story);
    await settled(story);
    story.files.trouble.clear();
    const later = restart(story);
    later.secrets.trouble = 'locked';
    const before = picture(later);
    await later.app.warmUp();
    later.app.wake();
    expect(await codeOf(later.backend.renameAccount({ accountId: later.accountId, label: 'Renamed' }))).toBe(
      'locked',
    );
    await later.app.settled();
    expect(picture(later)).toEqual(before);
    expect((await snapshotOf(later)).backups).toBeNull();
    later.secrets.trouble = null;
    await later.backend.unlock({ passphrase: '' });
    await settled(later);
    expect(await holds(later)).toEqual(['Work: used unused unused']);
    await later.backend.renameAccount({ accountId: later.accountId, label: 'Renamed' });
    await settled(later);
    expect(await holds(later)).toEqual(['Renamed: used unused unused']);
  });

  it('“back up now” waits for the vault, and unlocking says why it stays closed', async () => {
    const later = restart(await appWithBackups());
    later.secrets.trouble = 'locked';
    expect(await codeOf(later.backend.backUpNow({}))).toBe('locked');
    expect((await snapshotOf(later)).lock.reason).toBe('keychain');
    expect(await codeOf(later.backend.unlock({ passphrase: '' }))).toBe('keychain-locked');
    expect(backupNames(later)).toHaveLength(1);
    later.secrets.trouble = null;
    await later.backend.unlock({ passphrase: '' });
    await later.backend.backUpNow({});
    expect(backupNames(later)).toHaveLength(2);
    expect(await holds(later)).toEqual(['Work: unused unused unused']);
  });
});

describe('a vault that was lost', () => {
  it('takes what it knew of the folders along: nothing is written over the backups that bring it back', async () => {
    const story = await appWithBackups();
    const later = makeApp({ ...story, vaultFile: new MemoryVaultFile() });
    const before = picture(later);
    await later.app.warmUp();
    await addByHand(later);
    await settled(later);
    expect(picture(later)).toEqual(before);
    expect((await snapshotOf(later)).backups).toBeNull();
    await setUpIn(later, stick);
    expect(await holds(later)).toEqual(['By hand: unused']);
    expect(picture(later)).toMatchObject(before);
    for (let count = 0; count < 10; count += 1) {
      later.clock.pass(60_000);
      await addByHand(later, `${count}`);
      await settled(later);
    }
    expect(picture(later)).toMatchObject(before);
  });

  it('of the first version is not backed up by itself over the backups that the settings know', async () => {
    const later = await afterTheFirstVersion();
    const before = picture(later);
    await later.app.warmUp();
    await later.backend.believeTakenOver({});
    await settled(later);
    expect(picture(later)).toEqual(before);
    expect((await folderAt(later)).health).toBe('unproven');
    expect((await snapshotOf(later)).backups?.vaultGone).toBe(true);
    await later.backend.checkBackup({ folderId: (await folderAt(later)).id, passphrase });
    await settled(later);
    expect(picture(later)).toEqual(before);
    expect((await folderAt(later)).health).toBe('stale');
    await addByHand(later);
    await settled(later);
    expect((await snapshotOf(later)).backups?.vaultGone).toBe(false);
    expect(await holds(later)).toEqual(['Work: ', 'By hand: unused']);
    expect(namesIn(later)).toEqual(expect.arrayContaining(Object.keys(before)));
  });
});

/** A start on the settings of the first version, which know of an account and a folder; the vault is not there any more. */
async function afterTheFirstVersion(): Promise<World> {
  const story = await appWithBackups();
  const { backups } = (await openedVault(story)).local;
  const folders = backups?.folders.map((one) => ({ ...one, contentStamp: '0f0f0f0f.1a2b3c4d' })) ?? [];
  const account: OldAccount = {
    ...{ id: story.accountId, label: 'Work', kind: 'own', serviceUrl, tokenPrefix: '', token: 'keychain' },
    ...{ session: null, texts: { sentAt: null, waitUntil: null, asked: 0 }, recoveryInDoubt: false },
    ...{ sunset: null, addressConfirmed: true },
  };
  const old: OldSettings = {
    ...{ accounts: [account], activeAccountId: story.accountId, checkReminderFor: null },
    ...{ afterIdle: 0, backups: backups && { ...backups, folders } },
  };
  const settingsFile = new MemorySettingsFile(writeSettings({ ...freshSettings, old }));
  return makeApp({ ...story, settingsFile, vaultFile: new MemoryVaultFile() });
}
