import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { empty } from '../../../fakes/fake-http';
import { makeApp } from '../../../app/make-app';
import { MemorySettingsFile } from '../../../fakes/memory-settings-file';
import { aSet, anAccount } from '../backup/content/documents';
import { restoreKit } from '../restore/restore-world';
import { tokenEntryOf } from '../vault/vault-world';
import { editedVault } from './edited-vault';
import { firstAccount, firstId, firstSettings } from './first-settings';
import { boundTo } from './kept-tokens';
import {
  accountOf,
  ada,
  appWithAccount,
  restart,
  type Story,
  token,
  unknownToken,
  verify,
  whoAmI,
} from '../story';

const origin = 'https://service1.test:8443';
const kept = anAccount(1, [aSet(['aaaa-1111'])], { serviceUrl: `${origin}/v1` });
const replace = ({ backend, accountId }: Story, confirmedOrigin?: string) =>
  backend.replaceToken({ accountId, token, confirmedOrigin });
const move = ({ backend, accountId }: Story, serviceUrl: string, confirmedOrigin?: string) =>
  backend.moveAccount({
    accountId,
    serviceUrl,
    token,
    saveUnchecked: true,
    confirmedOrigin,
  });

/** A computer on which one account came out of a kit, whose service would know the token. */
async function restored(): Promise<Story> {
  const world = makeApp();
  await restoreKit(world, [kept]);
  world.http.on(whoAmI, ada).on(verify('123456'), empty(204));
  return { ...world, accountId: kept.id };
}

/** Nothing was asked of any service, and nothing was kept. */
const expectNothingDone = ({ http, secrets }: Story): void => {
  expect(http.calls).toEqual([]);
  expect([...secrets.entries.keys()].filter((name) => /token|session/.test(name))).toEqual([]);
};

describe('an address that came from a backup or a kit', () => {
  it('is said to be unconfirmed, also after a restart', async () => {
    const story = await restored();
    expect((await accountOf(story)).addressConfirmed).toBe(false);
    expect((await accountOf(restart(story))).addressConfirmed).toBe(false);
  });

  it.each([
    ['no yes', undefined],
    ['an empty one', ''],
    ['a yes to another host', 'https://service2.test'],
    ['a yes to another port', 'https://service1.test'],
    ['a yes to another scheme', 'http://service1.test:8443'],
    ['a yes to more than the host', `${origin}/v1`],
  ])('gets no token and no call with %s', async (_what, yes) => {
    const story = await restored();
    expect(await codeOf(replace(story, yes))).toBe('address-unconfirmed');
    expect(await codeOf(move(story, `${origin}/v1`, yes))).toBe('address-unconfirmed');
    expect(await codeOf(move(story, `${origin}/v2`, yes))).toBe('address-unconfirmed');
    expect(await codeOf(story.backend.verifyCode({ accountId: story.accountId, code: '123456' }))).toBe(
      'token-missing',
    );
    expectNothingDone(story);
    expect(await accountOf(story)).toMatchObject({ addressConfirmed: false, token: 'missing' });
  });

  it('gets the token with a yes that names it, and no second one is needed', async () => {
    const story = await restored();
    expect(await replace(story, origin)).toEqual({ tokenChecked: true });
    expect(story.http.requests[0]).toMatchObject({ url: `${origin}/v1/user` });
    const later = restart(story);
    expect(await accountOf(later)).toMatchObject({ addressConfirmed: true, token: 'keychain' });
    expect(await replace(later)).toEqual({ tokenChecked: true });
    later.http.on(verify('123456'), empty(204));
    await later.backend.verifyCode({ accountId: later.accountId, code: '123456' });
  });

  it('stays unconfirmed when its service refuses the token', async () => {
    const story = await restored();
    story.http.on(whoAmI, unknownToken);
    expect(await codeOf(replace(story, origin))).toBe('token-refused');
    expect(await accountOf(story)).toMatchObject({ addressConfirmed: false, token: 'missing' });
  });

  it('is of no matter once a person has typed another one', async () => {
    const story = await restored();
    await move(story, 'https://mine.test/v1');
    expect(await accountOf(restart(story))).toMatchObject({ addressConfirmed: true, token: 'keychain' });
    expect(await replace(story)).toEqual({ tokenChecked: true });
  });

  it('is never contacted although the vault says that a token is there, and the keychain has one for it', async () => {
    const story = await restored();
    const vaultFile = await editedVault(story, '"token": "missing"', '"token": "keychain"');
    const bound = boundTo(token, { serviceUrl: kept.serviceUrl ?? '' });
    story.secrets.entries.set(tokenEntryOf(story, kept.id), bound);
    const edited = { ...makeApp({ ...story, vaultFile }), accountId: kept.id };
    expect(await accountOf(edited)).toMatchObject({ token: 'keychain', addressConfirmed: false });
    const code = await codeOf(edited.backend.verifyCode({ accountId: kept.id, code: '123456' }));
    expect([code, edited.http.calls]).toEqual(['address-unconfirmed', []]);
  });
});

describe('an address that a person has typed', () => {
  it('needs no yes', async () => {
    const story = await appWithAccount();
    expect((await accountOf(story)).addressConfirmed).toBe(true);
    expect(await replace(story)).toEqual({ tokenChecked: true });
  });

  it.each([
    ['whose token is kept', 'keychain', true],
    ['whose token is missing, which may have been restored', 'missing', false],
  ])('in old settings, %s: %s', async (_what, place, confirmed) => {
    const text = firstSettings(firstAccount({ token: place }));
    expect(text).not.toContain('addressConfirmed');
    const world = makeApp({ settingsFile: new MemorySettingsFile(text) });
    const story = { ...world, accountId: firstId };
    expect((await accountOf(story)).addressConfirmed).toBe(confirmed);
    await story.backend.believeTakenOver({});
    expect((await accountOf(story)).addressConfirmed).toBe(confirmed);
  });
});
