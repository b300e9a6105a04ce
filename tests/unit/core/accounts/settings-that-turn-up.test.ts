import { describe, expect, it } from 'vitest';
import { backupsForFile } from '../../../../src-main/core/state/old-backups';
import { makeApp, type World } from '../../../app/make-app';
import { MemorySettingsFile } from '../../../fakes/memory-settings-file';
import { setUpIn, stick } from '../backup/folders/backup-world';
import { restart, appWithAccount, snapshotOf, type Story } from '../story';
import { openedVault } from '../vault/opened-vault';
import { addByHand, unlocked } from '../vault/vault-world';
import { firstAccount, firstSettings, secondId } from './first-settings';

const read = (text: string): object => JSON.parse(text) as object;
const turnedUpIn = async (world: World) => {
  await world.app.warmUp();
  return (await snapshotOf(world)).settingsTurnedUp;
};

/** Latchkey on its own vault, and on settings that somebody put there. */
const withSettings = (story: Story, text: string): Story => ({
  ...makeApp({ ...story, settingsFile: new MemorySettingsFile(text, text) }),
  accountId: story.accountId,
});

/** As a settings file of then names the folder that is set up on the stick. */
async function stickAsThen(story: Story): Promise<object> {
  const { backups } = (await openedVault(story)).local;
  if (backups === null) throw new Error('no folder is set up');
  return backupsForFile(backups);
}

describe('settings of an older version that turn up beside a vault', () => {
  const theirs = firstSettings(
    firstAccount({ id: secondId, label: 'Old', serviceUrl: 'https://old.test/v1' }),
  );

  it('are told, are not used, and stay as they are', async () => {
    const story = await appWithAccount();
    const next = withSettings(story, theirs);
    expect(await turnedUpIn(next)).toEqual({ accounts: 1, folders: 0 });
    expect((await snapshotOf(next)).accounts.map(({ label }) => label)).toEqual(['Work']);
    await addByHand(next);
    expect(await turnedUpIn(restart(next))).toEqual({ accounts: 1, folders: 0 });
    expect(next.settingsFile.text).toContain('https://old.test/v1');
  });

  it('are told until somebody has seen them, and again only where others turn up', async () => {
    const next = withSettings(await appWithAccount(), theirs);
    await turnedUpIn(next);
    await next.backend.noteSettingsSeen({});
    expect((await snapshotOf(next)).settingsTurnedUp).toBeNull();
    expect(await turnedUpIn(restart(next))).toBeNull();
    // Written anew with another theme they are the same still.
    await next.backend.setTheme({ theme: 'light' });
    expect(await turnedUpIn(restart(next))).toBeNull();
    const others = firstSettings(firstAccount({ id: secondId, serviceUrl: 'https://other.test/v1' }));
    expect(await turnedUpIn(withSettings(next, others))).toEqual({ accounts: 1, folders: 0 });
    expect(next.settingsFile.text).toContain('https://old.test/v1');
  });

  it('are told where they name a backup folder alone', async () => {
    const other = await appWithAccount();
    await setUpIn(other, stick);
    const named = { accounts: [], activeAccountId: null, backups: await stickAsThen(other) };
    const next = withSettings(await appWithAccount(), JSON.stringify({ ...read(theirs), ...named }));
    expect(await turnedUpIn(next)).toEqual({ accounts: 0, folders: 1 });
    expect((await snapshotOf(next)).backups).toBeNull();
  });

  it('are no news, and are dropped, where the vault knows all that they name', async () => {
    const story = await appWithAccount();
    await setUpIn(story, stick);
    const known = firstSettings(firstAccount({ id: story.accountId, serviceUrl: 'https://moved.test/v1' }));
    const text = JSON.stringify({ ...read(known), backups: await stickAsThen(story) });
    const next = withSettings(story, text);
    expect(await turnedUpIn(next)).toBeNull();
    await addByHand(next);
    await expect.poll(() => next.settingsFile.text).not.toContain('moved.test');
    expect(await turnedUpIn(restart(next))).toBeNull();
  });

  it('are not told of by a locked Latchkey', async () => {
    const next = withSettings(await appWithAccount(), theirs);
    await turnedUpIn(next);
    await next.app.lock();
    expect((await snapshotOf(next)).settingsTurnedUp).toBeNull();
    await unlocked(next);
    expect((await snapshotOf(next)).settingsTurnedUp).toEqual({ accounts: 1, folders: 0 });
  });
});

it('settings that are taken over are no news, while they are and after', async () => {
  const settingsFile = new MemorySettingsFile(firstSettings(firstAccount()));
  const world = makeApp({ settingsFile });
  expect(await turnedUpIn(world)).toBeNull();
  expect((await snapshotOf(world)).accounts).toHaveLength(1);
  expect(await turnedUpIn(makeApp(world))).toBeNull();
});
