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
  appWithPracticeForThisRun,
} from '../story';
import { tokenEntryOf } from '../vault/vault-world';
import { boundTo, entriesBesideKey, insideVaultNow, keptTokens } from './kept-tokens';

const remove = (story: Story, leaveKeychainEntry = false) =>
  story.backend.removeAccount({ accountId: story.accountId, leaveKeychainEntry });

describe('removing an account', () => {
  it('removes its token and its session, and the account', async () => {
    const story = await appWithAccount();
    story.http.on(verify('123456'), json(200, { token: 'session-1' }));
    await story.backend.verifyCode({ accountId: story.accountId, code: '123456' });
    expect(keptTokens(story)).toHaveLength(2);
    await remove(story);
    expect(keptTokens(story)).toEqual([]);
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
    expect(entriesBesideKey(story).map(([name]) => name)).toEqual([tokenEntryOf(story, second)]);
  });

  it('is refused while the keychain is locked, with nothing removed', async () => {
    const story = await appWithAccount();
    story.secrets.trouble = 'locked';
    expect(await codeOf(remove(story))).toBe('keychain-locked');
    expect(await accountOf(story)).toMatchObject({ token: 'keychain' });
    expect(keptTokens(story)).toEqual([boundTo(token)]);
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

  it('needs no keychain for a practice account whose token is in memory', async () => {
    const story = await appWithPracticeForThisRun();
    story.secrets.trouble = 'unavailable';
    await remove(story);
    expect((await snapshotOf(story)).accounts).toEqual([]);
    expect([story.secrets.entries.size, story.vaultFile.written]).toEqual([0, []]);
  });

  it('takes the token of a practice account out of the vault', async () => {
    const story = await appWithAccount();
    story.http.on('GET /user', json(200, {}));
    const { accountId } = await story.backend.addPracticeAccount({});
    const [practiceToken = ''] = story.practice.tokens;
    expect(insideVaultNow(story)).toContain(practiceToken);
    await remove({ ...story, accountId });
    expect(insideVaultNow(story)).not.toContain(practiceToken);
    expect((await snapshotOf(restart(story))).accounts).toHaveLength(1);
  });

  it('fails with the account still there when the vault cannot be written', async () => {
    const story = await appWithAccount();
    story.vaultFile.full = true;
    expect(await codeOf(remove(story))).toBe('vault-not-saved');
    expect((await snapshotOf(story)).accounts).toHaveLength(1);
  });
});
