import { describe, expect, it } from 'vitest';
import type { KeychainTrouble } from '../../../../src-main/core/ports/secrets';
import { empty } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import {
  accountOf,
  appWithAccount,
  askForText,
  restart,
  snapshotOf,
  type Story,
  appWithPracticeForThisRun,
} from '../story';
import { identityEntryOf, tokenEntryOf } from '../vault/vault-world';
import { onDisk } from './kept-tokens';

const ask = (story: Story) => story.backend.requestCode({ accountId: story.accountId });
/** With a keychain that stays away. */
async function withoutAny(): Promise<Story> {
  const story = await appWithPracticeForThisRun();
  story.secrets.trouble = 'unavailable';
  return story;
}
const keychainOf = async (story: Story) => (await snapshotOf(story)).keychain.state;

describe('the keychain', () => {
  it('is unknown, and not touched by a start, before there is a vault', async () => {
    const world = makeApp();
    expect((await snapshotOf(world)).keychain.state).toBe('unknown');
    expect(world.secrets.touches).toEqual([]);
  });

  it('is asked by a start for the key of the vault, once, and for no token', async () => {
    const before = await appWithAccount();
    before.secrets.touches.length = 0;
    const story = restart(before);
    expect(await keychainOf(story)).toBe('ready');
    expect(story.secrets.touches).toEqual([`read ${identityEntryOf(story)}`]);
  });

  it.each<[KeychainTrouble, string]>([
    ['locked', 'keychain-locked'],
    ['unavailable', 'keychain-unavailable'],
    ['timed-out', 'keychain-timed-out'],
    ['crashed', 'keychain-crashed'],
  ])('that is %s is told by every call that needs it, and keeps its marker', async (trouble, code) => {
    const story = await appWithAccount();
    story.secrets.trouble = trouble;
    expect(await codeOf(ask(story))).toBe(code);
    expect(await keychainOf(story)).toBe(trouble);
    expect(await accountOf(story)).toMatchObject({ token: 'keychain' });
    expect(story.http.calls).toEqual([]);
  });

  it('that was locked works again once it is open', async () => {
    const story = await appWithAccount();
    story.http.on(askForText, empty(204));
    story.secrets.trouble = 'locked';
    expect(await codeOf(ask(story))).toBe('keychain-locked');
    story.secrets.trouble = null;
    await ask(story);
    expect(await keychainOf(story)).toBe('ready');
  });

  it('without the entry counts as locked, never as signed out, until a probe shows that it is open', async () => {
    const story = await appWithAccount();
    story.secrets.entries.clear();
    expect(await codeOf(ask(story))).toBe('keychain-locked');
    expect(await keychainOf(story)).toBe('locked');
    await story.backend.probeKeychain({});
    expect(await keychainOf(story)).toBe('ready');
    expect(await codeOf(ask(story))).toBe('token-missing');
    expect(await codeOf(ask(story)), 'what the probe showed is not for ever').toBe('keychain-locked');
  });

  it('opens no second prompt for a read that gave nothing', async () => {
    const story = await appWithAccount();
    story.secrets.trouble = 'locked';
    story.secrets.touches.length = 0;
    await codeOf(ask(story));
    expect(story.secrets.touches).toEqual([`read ${tokenEntryOf(story, story.accountId)}`]);
  });

  it.each<[KeychainTrouble, string]>([
    ['locked', 'keychain-locked'],
    ['unavailable', 'keychain-unavailable'],
    ['timed-out', 'keychain-timed-out'],
    ['crashed', 'keychain-crashed'],
  ])('that is %s is told by a probe', async (trouble, code) => {
    const world = makeApp();
    world.secrets.trouble = trouble;
    expect(await codeOf(world.backend.probeKeychain({}))).toBe(code);
    expect(world.announced.at(-1)?.keychain).toEqual({ state: trouble, backend: 'secret-service' });
  });
});

describe('the token of a practice account without a keychain', () => {
  it('lies neither in the keychain nor on the disk, and works for this run', async () => {
    const story = await withoutAny();
    story.http.on(askForText, empty(204));
    await ask(story);
    expect(story.http.requests[0]?.headers['x-auth-token']).toBe(story.practice.tokens[0]);
    expect([story.secrets.entries.size, story.vaultFile.sealed]).toEqual([0, null]);
    expect(onDisk(story)).not.toContain(story.practice.tokens[0]);
    expect(await accountOf(story)).toMatchObject({ token: 'memory' });
  });

  it('ends with the run, as its account does, and no request is sent', async () => {
    const story = restart(await withoutAny());
    expect((await snapshotOf(story)).accounts).toEqual([]);
    expect(await codeOf(ask(story))).toBe('no-such-account');
    expect(story.http.calls).toEqual([]);
    expect(await keychainOf(story), 'the keychain has nothing to do with it').toBe('unknown');
  });

  it('is sealed, with its account, by the first change after there is a keychain', async () => {
    const story = await withoutAny();
    story.http.on(askForText, empty(204));
    story.secrets.trouble = null;
    const { accountId } = story;
    await story.backend.replaceToken({ accountId, token: 'another-token' });
    const later = restart(story);
    expect(await accountOf(later)).toMatchObject({ token: 'vault' });
    await ask(later);
    expect(later.http.requests.find(({ url }) => url.endsWith('/receive'))?.headers['x-auth-token']).toBe(
      'another-token',
    );
    expect(onDisk(later)).not.toContain('another-token');
  });
});
