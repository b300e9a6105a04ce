import { describe, expect, it } from 'vitest';
import type { KeychainTrouble } from '../../../../src-main/core/ports/secrets';
import { codeOf } from '../../../app/failure-of';
import { endsBefore } from '../lock/killed';
import { ada, newAccount, restart, serviceUrl, snapshotOf, type Story, token, whoAmI } from '../story';
import { sessionEntryOf, tokenEntryOf } from '../vault/vault-world';
import { firstId, secondId } from './first-settings';
import { boundTo, entriesBesideKey, insideVault, insideVaultNow, keptTokens, onDisk } from './kept-tokens';
import {
  expectAllThere,
  leftByFirst,
  otherToken,
  otherUrl,
  passphrase,
  session,
  unlocked,
} from './two-accounts';

const secrets = new RegExp([token, otherToken, session].join('|'));
const believe = ({ backend }: Story) => backend.believeTakenOver({});
const oldNames = [`token:${firstId}`, `session:${firstId}`, `token:${secondId}`];
const namesIn = (story: Story): string[] => entriesBesideKey(story).map(([name]) => name);

/** This version on what Latchkey 0.1.0 left, with a passphrase that was set since, or without. */
async function takenOver(withPassphrase = false): Promise<Story> {
  const story = restart(leftByFirst());
  if (withPassphrase) await story.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
  return story;
}

describe('accounts out of old settings, before the yes', () => {
  it('are listed, each with its address', async () => {
    expect((await snapshotOf(await takenOver())).takenOver).toEqual({
      accounts: [
        { label: 'Work', serviceUrl },
        { label: 'Home', serviceUrl: otherUrl },
      ],
      folders: [],
    });
  });

  it.each<[string, (story: Story) => Promise<unknown>]>([
    ['requestCode', ({ backend, accountId }) => backend.requestCode({ accountId })],
    ['verifyCode', ({ backend, accountId }) => backend.verifyCode({ accountId, code: '123456' })],
    ['fetchRecoveryCodes', ({ backend, accountId }) => backend.fetchRecoveryCodes({ accountId })],
    [
      'generateRecoveryCodes',
      ({ backend, accountId }) => backend.generateRecoveryCodes({ accountId, withoutBackup: false }),
    ],
    ['copySessionToken', ({ backend, accountId }) => backend.copySessionToken({ accountId })],
    ['replaceToken', ({ backend, accountId }) => backend.replaceToken({ accountId, token: 'a-new-token' })],
  ])('send nothing and give nothing out by %s, after a restart, too', async (_name, call) => {
    for (const story of [await takenOver(), restart(await takenOver()), await takenOver(true)]) {
      expect(await codeOf(call(story))).toBe('not-believed');
      expect([story.http.calls, story.desktop.clipboard]).toEqual([[], '']);
    }
  });

  it('have no token bound to their addresses', async () => {
    for (const story of [await takenOver(), await takenOver(true)]) {
      await codeOf(story.backend.requestCode({ accountId: firstId }));
      expect(namesIn(story)).toEqual(oldNames);
      expect(keptTokens(story)).toEqual([token, session, otherToken]);
      expect(insideVault(story) + onDisk(story)).not.toMatch(secrets);
    }
  });

  it('do not leave the settings for good before the vault has them', async () => {
    const left = leftByFirst();
    left.secrets.trouble = 'locked';
    const { text } = left.settingsFile;
    const waiting = restart(left);
    expect((await snapshotOf(waiting)).takenOver?.accounts).toHaveLength(2);
    expect(left.settingsFile.text).toBe(text);
    left.secrets.trouble = null;
    const story = restart(left);
    await story.app.warmUp();
    await believe(story);
    await expectAllThere(story);
    expect(onDisk({ ...story, settingsFile: left.settingsFile })).not.toMatch(/service\.test|other\.test/);
  });
});

describe('the yes', () => {
  it('binds the tokens in the keychain, and everything works from then on', async () => {
    const story = await takenOver();
    await believe(story);
    expect((await snapshotOf(story)).takenOver).toBeNull();
    await expectAllThere(story);
    await expectAllThere(restart(story));
    const { entries } = story.secrets;
    expect(entries.get(tokenEntryOf(story, firstId))).toBe(boundTo(token));
    expect(entries.get(sessionEntryOf(story, firstId))).toBe(boundTo(session));
    const other = boundTo(otherToken, { serviceUrl: otherUrl, tokenPrefix: 'Bearer' });
    expect(entries.get(tokenEntryOf(story, secondId))).toBe(other);
    expect(insideVault(story) + onDisk(story)).not.toMatch(secrets);
    // Another profile may have nothing else.
    expect(namesIn(story)).toEqual(expect.arrayContaining(oldNames));
  });

  it('takes the tokens into the vault where a passphrase is set, and out of the keychain', async () => {
    const story = await takenOver(true);
    await believe(story);
    await expectAllThere(story);
    expect(keptTokens(story)).toEqual([]);
    expect(onDisk(story)).not.toMatch(secrets);
    expect((await snapshotOf(story)).accounts.map((account) => account.token)).toEqual(['vault', 'vault']);
    await expectAllThere(await unlocked(restart(story)));
  });

  it.each<[KeychainTrouble, string]>([
    ['locked', 'keychain-locked'],
    ['timed-out', 'keychain-timed-out'],
    ['crashed', 'keychain-crashed'],
  ])('believes nothing while the keychain is %s, and can be said again', async (trouble, code) => {
    for (const story of [await takenOver(), await takenOver(true)]) {
      await snapshotOf(story);
      story.secrets.trouble = trouble;
      expect(await codeOf(believe(story))).toBe(code);
      expect((await snapshotOf(story)).takenOver?.accounts).toHaveLength(2);
      expect(await codeOf(story.backend.requestCode({ accountId: firstId }))).toBe('not-believed');
      story.secrets.trouble = null;
      expect(namesIn(story)).toEqual(oldNames);
      await believe(story);
      await expectAllThere(story);
    }
  });

  it('believes nothing while the vault cannot be written, and can be said again', async () => {
    for (const story of [await takenOver(), await takenOver(true)]) {
      await snapshotOf(story);
      story.vaultFile.full = true;
      expect(await codeOf(believe(story))).toBe('vault-not-saved');
      expect((await snapshotOf(story)).takenOver?.accounts).toHaveLength(2);
      expect(namesIn(story)).toEqual(expect.arrayContaining(oldNames));
      story.vaultFile.full = false;
      await believe(story);
      await expectAllThere(story);
    }
  });

  it('leaves an account without its token where the keychain has lost it', async () => {
    const story = await takenOver();
    story.secrets.entries.delete(`token:${secondId}`);
    await believe(story);
    expect((await snapshotOf(story)).accounts.map((account) => account.token)).toEqual([
      'keychain',
      'missing',
    ]);
  });

  it('said twice is said once', async () => {
    const story = await takenOver();
    await believe(story);
    const vault = insideVaultNow(story);
    await believe(story);
    expect(insideVaultNow(story)).toBe(vault);
    await expectAllThere(story);
  });

  it.each([false, true])('leaves what was typed before it as it is; with a passphrase: %s', async (with_) => {
    const story = await takenOver(with_);
    story.http.on(whoAmI, ada);
    const { accountId: added } = await story.backend.addAccount(newAccount({ token: 'token-of-a-new-one' }));
    const to = 'https://moved.test/v1';
    await story.backend.moveAccount({
      accountId: firstId,
      serviceUrl: to,
      token: 'token-for-there',
      saveUnchecked: false,
    });
    await believe(story);
    for (const next of [story, await unlocked(restart(story))]) {
      next.http.requests.length = 0;
      for (const accountId of [firstId, added]) await next.backend.verifyCode({ accountId, code: '123456' });
      expect(next.http.requests.map(({ url, headers }) => [url, headers['x-auth-token']])).toEqual([
        [`${to}/user/otp/verify/123456`, 'token-for-there'],
        [`${serviceUrl}/user/otp/verify/123456`, 'token-of-a-new-one'],
      ]);
    }
    if (with_) expect(keptTokens(story)).toEqual([]);
  });
});

describe.each<[string, () => Promise<Story>]>([
  ['without a passphrase, from the first start on', () => Promise.resolve(leftByFirst())],
  ['with a passphrase', () => takenOver(true)],
])('a kill on the way %s', (what, begin) => {
  it('loses no token at any step, and the next start goes on', async () => {
    let isOver = false;
    for (let step = 1; !isOver; step += 1) {
      const story = await begin();
      isOver = await endsBefore(story, step, (dying) => unlocked(dying).then(believe));

      const next = await unlocked(restart(story));
      if ((await snapshotOf(next)).takenOver) {
        expect(isOver, `step ${step}`).toBe(false);
        expect(await codeOf(next.backend.verifyCode({ accountId: firstId, code: '123456' }))).toBe(
          'not-believed',
        );
        await believe(next);
      }
      await expectAllThere(next, `killed after step ${step}`);
      await expectAllThere(await unlocked(restart(next)), `one start later than step ${step}`);
      if (what === 'with a passphrase') expect(keptTokens(story), `step ${step}`).toEqual([]);
      expect(onDisk(story)).not.toMatch(secrets);
    }
  });
});
