import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { json } from '../../../fakes/fake-http';
import { endsBefore } from '../lock/killed';
import { ada, restart, snapshotOf, type Story, token, verify, whoAmI } from '../story';
import { tokenEntryOf } from '../vault/vault-world';
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
const set = ({ backend }: Story) => backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
const takeAway = ({ backend }: Story) => backend.removeLockPassphrase({ passphrase });
const places = async (story: Story) => (await snapshotOf(story)).accounts.map((account) => account.token);

/** Two accounts of the person's own whose tokens are bound in the keychain, and nothing of Latchkey 0.1.0's. */
async function inKeychain(): Promise<Story> {
  const story = restart(leftByFirst());
  await story.backend.believeTakenOver({});
  for (const name of [`token:${firstId}`, `session:${firstId}`, `token:${secondId}`])
    story.secrets.entries.delete(name);
  return story;
}

/** The same with a passphrase. */
async function inVault(): Promise<Story> {
  const story = await inKeychain();
  await set(story);
  return story;
}

describe('setting a passphrase', () => {
  it('takes every token and session into the vault, and out of the keychain', async () => {
    const story = await inKeychain();
    expect(keptTokens(story)).toHaveLength(3);
    expect(insideVault(story)).not.toMatch(secrets);
    await set(story);
    expect(keptTokens(story)).toEqual([]);
    expect(onDisk(story)).not.toMatch(secrets);
    expect(insideVaultNow(story)).toContain(boundTo(token));
    expect(insideVaultNow(story)).toContain(boundTo(session));
    expect(await places(story)).toEqual(['vault', 'vault']);
    await expectAllThere(story);
    await expectAllThere(await unlocked(restart(story)));
  });

  it('takes along what Latchkey 0.1.0 left there', async () => {
    const story = restart(leftByFirst());
    await story.backend.believeTakenOver({});
    expect(keptTokens(story)).toHaveLength(6);
    await set(story);
    expect(keptTokens(story)).toEqual([]);
    await expectAllThere(await unlocked(restart(story)));
  });

  it('leaves a token where it is that the keychain does not give out, and it works once that does', async () => {
    const story = await inKeychain();
    await expectAllThere(story);
    const entry = tokenEntryOf(story, secondId);
    const read = story.secrets.read.bind(story.secrets);
    story.secrets.read = (name) => (name === entry ? Promise.resolve({ kind: 'crashed' }) : read(name));
    await set(story);
    expect(await places(story)).toEqual(['vault', 'keychain']);
    expect(entriesBesideKey(story).map(([name]) => name)).toEqual([entry]);
    story.secrets.read = read;
    await expectAllThere(story);
    await expectAllThere(await unlocked(restart(story)));
  });

  it('takes out of the keychain at the next unlocking what that did not let go of', async () => {
    const story = await inKeychain();
    const remove = story.secrets.remove.bind(story.secrets);
    story.secrets.remove = () => Promise.resolve({ kind: 'crashed' });
    await set(story);
    expect(keptTokens(story)).toHaveLength(3);
    await expectAllThere(story);
    story.secrets.remove = remove;
    const later = await unlocked(restart(story));
    await expect.poll(() => keptTokens(later), { interval: 1 }).toEqual([]);
    await expectAllThere(later);
  });

  it('loses nothing when the disk is full', async () => {
    const story = await inKeychain();
    story.vaultFile.full = true;
    expect(await codeOf(set(story))).toBe('lock-not-changed');
    expect((await snapshotOf(story)).lock.by).toBe('keychain');
    story.vaultFile.full = false;
    expect(await places(story)).toEqual(['keychain', 'keychain']);
    await expectAllThere(story);
    await expectAllThere(restart(story));
  });

  it('has what comes later kept in the vault, and no longer in the keychain', async () => {
    const story = await inVault();
    story.http.on(whoAmI, ada);
    await story.backend.replaceToken({ accountId: firstId, token: 'another-token' });
    story.http.on(verify('654321'), json(200, { token: 'another-session' }));
    await story.backend.verifyCode({ accountId: firstId, code: '654321' });
    expect(keptTokens(story)).toEqual([]);
    expect(insideVaultNow(story)).toContain(boundTo('another-token'));
    expect(insideVaultNow(story)).toContain(boundTo('another-session'));
    expect(insideVaultNow(story)).not.toMatch(new RegExp(`${token}|${session}`));
  });
});

describe('taking the passphrase away', () => {
  it('takes every token and session back into the keychain, and out of the vault', async () => {
    const story = await inVault();
    await takeAway(story);
    expect(await places(story)).toEqual(['keychain', 'keychain']);
    expect(keptTokens(story).sort()).toEqual(
      [
        boundTo(token),
        boundTo(session),
        boundTo(otherToken, { serviceUrl: otherUrl, tokenPrefix: 'Bearer' }),
      ].sort(),
    );
    expect(insideVaultNow(story)).not.toMatch(secrets);
    await expectAllThere(story);
    await expectAllThere(restart(story));
  });

  it('leaves in the vault what the keychain does not take, and all of it works', async () => {
    const story = await inVault();
    const entry = tokenEntryOf(story, secondId);
    const write = story.secrets.write.bind(story.secrets);
    story.secrets.write = (name, value) =>
      name === entry ? Promise.resolve({ kind: 'crashed' }) : write(name, value);
    await takeAway(story);
    expect(await places(story)).toEqual(['keychain', 'vault']);
    expect(entriesBesideKey(story).map(([name]) => name)).not.toContain(entry);
    await expectAllThere(story);
    await expectAllThere(restart(story));
  });

  it('leaves in the vault what the keychain cuts', async () => {
    const story = await inVault();
    story.secrets.stores = (value) => (value.includes(otherToken) ? value.slice(0, 30) : value);
    await takeAway(story);
    expect(await places(story)).toEqual(['keychain', 'vault']);
    await expectAllThere(restart(story));
  });
});

describe.each<[string, () => Promise<Story>, (story: Story) => Promise<unknown>]>([
  ['setting a passphrase', inKeychain, set],
  ['taking the passphrase away', inVault, takeAway],
])('a kill while %s', (_what, begin, change) => {
  it('loses no token at any step', async () => {
    let isOver = false;
    for (let step = 1; !isOver; step += 1) {
      const story = await begin();
      isOver = await endsBefore(story, step, (dying) => unlocked(dying).then(change));

      const next = await unlocked(restart(story));
      await expectAllThere(next, `killed after step ${step}`);
      await next.backend.lock({});
      await expectAllThere(await unlocked(next), `locked after step ${step}`);
      const last = await unlocked(restart(next));
      await expectAllThere(last, `one start later than step ${step}`);
      // What a passphrase guards is nowhere without one.
      if ((await snapshotOf(last)).lock.by === 'passphrase')
        await expect.poll(() => keptTokens(story), { interval: 1 }).toEqual([]);
      expect(onDisk(story)).not.toMatch(secrets);
    }
  });
});
