import { describe, expect, it } from 'vitest';
import type { KeychainTrouble } from '../../../../src-main/core/ports/secrets';
import { empty } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import { accountOf, appWithAccount, askForText, restart, snapshotOf, type Story } from '../story';
import { tokenEntryOf } from '../vault/vault-world';

const ask = (story: Story) => story.backend.requestCode({ accountId: story.accountId });
const keychainOf = async (story: Story) => (await snapshotOf(story)).keychain.state;

describe('the keychain', () => {
  it('is unknown until it is touched, and not touched by a start', async () => {
    const story = restart(await appWithAccount());
    story.secrets.touches.length = 0;
    expect(await keychainOf(story)).toBe('unknown');
    expect(story.secrets.touches).toEqual([]);
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

describe('a token that is kept in memory', () => {
  it('never touches the keychain or the disk, and works for this run', async () => {
    const story = await appWithAccount({}, { keepInMemory: true });
    story.http.on(askForText, empty(204));
    await ask(story);
    expect(story.secrets.touches).toEqual([]);
    expect(story.settingsFile.text).not.toContain('token-of-ada');
    expect(await accountOf(story)).toMatchObject({ token: 'memory' });
  });

  it('is missing after a restart, and says so without a request', async () => {
    const story = restart(await appWithAccount({}, { keepInMemory: true }));
    expect(await accountOf(story)).toMatchObject({ token: 'missing' });
    expect(await codeOf(ask(story))).toBe('token-missing');
    expect(story.http.calls).toEqual([]);
    expect(await keychainOf(story), 'the keychain has nothing to do with it').toBe('unknown');
  });

  it('can be given again after a restart', async () => {
    const story = restart(await appWithAccount({}, { keepInMemory: true }));
    story.http.on(askForText, empty(204));
    await story.backend.replaceToken({
      accountId: story.accountId,
      token: 'another-token',
      keepInMemory: true,
    });
    expect(await accountOf(story)).toMatchObject({ token: 'memory' });
    await ask(story);
    expect(story.http.requests.at(-2)?.headers['x-auth-token']).toBe('another-token');
  });
});
