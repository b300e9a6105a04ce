import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../../app/failure-of';
import { makeApp } from '../../../../app/make-app';
import { MemoryVaultFile } from '../../../../fakes/memory-vault-file';
import { restart, snapshotOf } from '../../story';
import {
  appWithBackups,
  backupNames,
  folderAt,
  holds,
  namesIn,
  picture,
  settled,
  stick,
  useUp,
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

  it('what changed while the vault was closed is written when it opens', async () => {
    const later = restart(await appWithBackups());
    later.secrets.trouble = 'locked';
    await later.app.warmUp();
    await later.backend.renameAccount({ accountId: later.accountId, label: 'Renamed' });
    await settled(later);
    expect(backupNames(later)).toHaveLength(1);
    expect((await folderAt(later)).health).toBe('stale');
    later.secrets.trouble = null;
    await later.backend.openVault({});
    await settled(later);
    expect(await holds(later)).toEqual(['Renamed: unused unused unused']);
  });

  it('“back up now” opens the vault first, and says why it stays closed', async () => {
    const later = restart(await appWithBackups());
    later.secrets.trouble = 'locked';
    expect(await codeOf(later.backend.backUpNow({}))).toBe('keychain-locked');
    expect(backupNames(later)).toHaveLength(1);
    later.secrets.trouble = null;
    await later.backend.backUpNow({});
    expect(backupNames(later)).toHaveLength(2);
    expect(await holds(later)).toEqual(['Work: unused unused unused']);
  });

  it('a vault that was lost is not backed up by itself over the backups that bring it back', async () => {
    const story = await appWithBackups();
    const later = { ...makeApp({ ...story, vaultFile: new MemoryVaultFile() }), accountId: story.accountId };
    const before = picture(later);
    await later.app.warmUp();
    await later.backend.renameAccount({ accountId: later.accountId, label: 'Renamed' });
    await settled(later);
    expect(picture(later)).toEqual(before);
    expect((await folderAt(later)).health).toBe('stale');
    expect((await snapshotOf(later)).backups?.vaultGone).toBe(true);
    await later.backend.addHandKept({ label: 'By hand', pasted: 'mnop-5678' });
    await settled(later);
    expect((await snapshotOf(later)).backups?.vaultGone).toBe(false);
    expect(await holds(later)).toEqual(['Renamed: ', 'By hand: unused']);
    expect(namesIn(later)).toEqual(expect.arrayContaining(Object.keys(before)));
  });
});
