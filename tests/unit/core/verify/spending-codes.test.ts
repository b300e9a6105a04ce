import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { empty, json } from '../../../fakes/fake-http';
import { appWithPassphrase, passphrase } from '../lock/lock-world';
import { appWithCodes, entriesOf, ofLedger, restart, snapshotOf, type Story, verify } from '../story';
import { addByHand } from '../vault/vault-world';

const list = ['acdef-34679', 'ghjkm-99999'];
const states = async (story: Story) => (await entriesOf(story, story.accountId)).map(({ state }) => state);

it('a recovery code that the service accepts is used in the ledger', async () => {
  const story = await appWithCodes(list);
  story.http.on(verify('ghjkm-99999'), empty(204));
  await story.backend.verifyCode({ accountId: story.accountId, code: 'ghjkm-99999' });
  expect(await states(story)).toEqual(['unused', 'used']);
});

it('a recovery code that is refused stays as it is', async () => {
  const story = await appWithCodes(list);
  story.http.on(verify('ghjkm-99999'), json(400, { errors: ['The code is not valid'] }));
  await story.backend.verifyCode({ accountId: story.accountId, code: 'ghjkm-99999' });
  expect(await states(story)).toEqual(['unused', 'unused']);
});

describe('an accepted code that cannot be noted, because the disk is full', () => {
  const spent = async (codes = ['acdef-34679']): Promise<Story> => {
    const story = await appWithCodes(list);
    story.vaultFile.full = true;
    for (const code of codes) {
      story.http.on(verify(code), empty(204));
      const verified = await story.backend.verifyCode({ accountId: story.accountId, code });
      expect(verified).toEqual({ outcome: 'accepted', session: false, kept: false });
    }
    return story;
  };
  const unlocked = async (story: Story): Promise<void> => {
    await story.backend.lock({});
    await story.backend.unlock({ passphrase: '' });
  };

  it('is told as such, is used for this run, and is written with the next change', async () => {
    const story = await spent();
    expect(await states(story)).toEqual(['used', 'unused']);
    expect(await states(restart(story))).toEqual(['unused', 'unused']);
    story.vaultFile.full = false;
    await addByHand(story);
    expect(await states(restart(story))).toEqual(['used', 'unused']);
  });

  it('is written by a lock, where the disk has room again', async () => {
    const story = await spent();
    story.vaultFile.full = false;
    await story.backend.lock({});
    await story.app.settled();
    await story.backend.unlock({ passphrase: '' });
    expect(await states(restart(story))).toEqual(['used', 'unused']);
  });

  it('is not lost with a lock, nor is another one beside it, however often it locks', async () => {
    const story = await spent(list);
    for (let locks = 0; locks < 3; locks += 1) {
      await unlocked(story);
      await expect.poll(() => states(story)).toEqual(['used', 'used']);
    }
    story.vaultFile.full = false;
    await addByHand(story);
    expect(await states(restart(story))).toEqual(['used', 'used']);
    // It is noted once, and not over what a person says later.
    await story.backend.markRecoveryCode({ ledgerId: story.accountId, index: 0, state: 'unused' });
    await unlocked(story);
    await addByHand(story, 'Another list');
    expect(await states(story)).toEqual(['unused', 'used']);
  });

  it('outlives unlocking in vain, which writes nothing', async () => {
    const story = await spent();
    await story.backend.lock({});
    await story.app.settled();
    const written = story.vaultFile.sealed;
    story.vaultFile.full = false;
    story.secrets.trouble = 'locked';
    for (let tries = 0; tries < 2; tries += 1)
      expect(await codeOf(story.backend.unlock({ passphrase: '' }))).toBe('keychain-locked');
    expect(story.vaultFile.sealed).toEqual(written);
    story.secrets.trouble = null;
    await story.backend.unlock({ passphrase: '' });
    await expect.poll(() => states(restart(story))).toEqual(['used', 'unused']);
  });
});

it('a session that the disk did not take is told as such, and is written by a lock', async () => {
  const story = await appWithPassphrase();
  story.http.on(verify('123456'), json(200, { token: 'session-of-ada', expires_at: null }));
  story.vaultFile.full = true;
  const { accountId } = story;
  expect(await story.backend.verifyCode({ accountId, code: '123456' })).toEqual({
    ...{ outcome: 'accepted', session: true, kept: false },
  });
  story.vaultFile.full = false;
  await story.backend.lock({});
  await story.backend.unlock({ passphrase });
  await story.backend.copySessionToken({ accountId });
  expect(story.desktop.clipboard).toBe('session-of-ada');
});

it('a code by text, of which nothing is left to be noted, is told as it is', async () => {
  const story = await appWithCodes(list);
  story.http.on(verify('123456'), empty(204));
  story.vaultFile.full = true;
  expect(await story.backend.verifyCode({ accountId: story.accountId, code: '123456' })).toEqual({
    ...{ outcome: 'accepted', session: false, kept: true },
  });
});

it('codes that outlive their account carry its last name', async () => {
  const story = await appWithCodes(list);
  await story.backend.renameAccount({ accountId: story.accountId, label: 'Home' });
  await story.backend.removeAccount({ accountId: story.accountId, leaveKeychainEntry: false });
  expect((await snapshotOf(story)).handKept).toMatchObject([{ id: ofLedger(story).ledgerId, label: 'Home' }]);
});
