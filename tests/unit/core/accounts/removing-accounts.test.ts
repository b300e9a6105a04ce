import { describe, expect, it } from 'vitest';
import { json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import {
  accountOf,
  appWithAccount,
  newAccount,
  restart,
  snapshotOf,
  type Story,
  token,
  verify,
} from '../story';
import { tokenEntryOf } from '../vault/vault-world';

const remove = (story: Story, leaveKeychainEntry = false) =>
  story.backend.removeAccount({ accountId: story.accountId, leaveKeychainEntry });

describe('removing an account', () => {
  it('removes its token and its session, and the account', async () => {
    const story = await appWithAccount();
    story.http.on(verify('123456'), json(200, { token: 'session-1' }));
    await story.backend.verifyCode({ accountId: story.accountId, code: '123456' });
    expect(story.secrets.entries.size).toBe(2);
    await remove(story);
    expect(story.secrets.entries.size).toBe(0);
    expect(await snapshotOf(restart(story))).toMatchObject({ accounts: [], activeAccountId: null });
  });

  it('goes on to the first account that is left', async () => {
    const story = await appWithAccount();
    const { accountId: second } = await story.backend.addAccount(newAccount());
    const { accountId: third } = await story.backend.addAccount(newAccount());
    await remove(story);
    expect((await snapshotOf(story)).activeAccountId).toBe(third);
    await story.backend.removeAccount({ accountId: third, leaveKeychainEntry: false });
    expect((await snapshotOf(story)).activeAccountId).toBe(second);
    expect([...story.secrets.entries.keys()]).toEqual([tokenEntryOf(story, second)]);
  });

  it('is refused while the keychain is locked, with nothing removed', async () => {
    const story = await appWithAccount();
    story.secrets.trouble = 'locked';
    expect(await codeOf(remove(story))).toBe('keychain-locked');
    expect(await accountOf(story)).toMatchObject({ token: 'keychain' });
    expect([...story.secrets.entries.values()]).toEqual([token]);
  });

  it('is done in spite of the keychain when the person wants to leave the entry behind', async () => {
    const story = await appWithAccount();
    story.secrets.trouble = 'unavailable';
    await remove(story, true);
    expect((await snapshotOf(story)).accounts).toEqual([]);
  });

  it('succeeds when its token has gone from an open keychain already', async () => {
    const story = await appWithAccount();
    story.secrets.entries.clear();
    await remove(story);
    expect((await snapshotOf(story)).accounts).toEqual([]);
  });

  it('needs no keychain for an account whose token is in memory', async () => {
    const story = await appWithAccount({}, { keepInMemory: true });
    story.secrets.trouble = 'unavailable';
    await remove(story);
    expect((await snapshotOf(story)).accounts).toEqual([]);
    expect(story.secrets.touches).toEqual([]);
  });

  it('fails with the account still there when the settings cannot be written', async () => {
    const story = await appWithAccount();
    story.settingsFile.full = true;
    expect(await codeOf(remove(story))).toBe('settings-not-saved');
    expect((await snapshotOf(story)).accounts).toHaveLength(1);
  });
});
