import { describe, expect, it, vi } from 'vitest';
import type { Scripted } from '../../../fakes/fake-http';
import { empty, json, text } from '../../../fakes/fake-http';
import type { KeychainTrouble } from '../../../../src-main/core/ports/secrets';
import { limits } from '#contract/limits';
import { codeOf, failureOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import { ada, newAccount, serviceUrl, snapshotOf, token, unknownToken, whoAmI } from '../story';
import { tokenEntryOf } from '../vault/vault-world';
import { boundTo, entriesBesideKey, insideVault, insideVaultNow, keptTokens, onDisk } from './kept-tokens';

/** Thousands would take a minute, and tell no more. */
vi.mock('#contract/limits', async (original) => {
  const { limits: known } = await original<{ limits: Record<string, number> }>();
  return { limits: { ...known, accounts: 12 } };
});

describe('adding an account', () => {
  it('asks the service whose token it is, keeps the token and shows the account', async () => {
    const world = makeApp();
    world.http.on(whoAmI, ada);
    const { accountId, tokenChecked } = await world.backend.addAccount(newAccount());
    expect(tokenChecked).toBe(true);
    const entry = tokenEntryOf(world, accountId);
    expect(entriesBesideKey(world)).toEqual([[entry, boundTo(token)]]);
    expect(world.secrets.touches.slice(0, 4)).toEqual([
      'probe canary',
      `read ${entry}`,
      `write ${entry}`,
      `read ${entry}`,
    ]);
    expect(await snapshotOf(world)).toMatchObject({
      activeAccountId: accountId,
      keychain: { state: 'ready' },
      accounts: [
        {
          id: accountId,
          label: 'Work',
          serviceUrl,
          kind: 'own',
          token: 'keychain',
          session: null,
          texts: { sentAt: null, waitUntil: null, phoneEnding: '58' },
          recovery: null,
          recoveryInDoubt: false,
        },
      ],
    });
    expect(world.announced.at(-1)).toEqual(await snapshotOf(world));
  });

  it('writes nothing of the token to any file, sealed or not', async () => {
    const world = makeApp();
    world.http.on(whoAmI, ada);
    await world.backend.addAccount(newAccount());
    expect(insideVault(world)).toContain('"token": "keychain"');
    expect(insideVault(world)).not.toContain(token);
    expect(onDisk(world)).not.toMatch(/token-of-ada|service\.test|Work/);
  });

  it('keeps nothing when the service refuses the token', async () => {
    const world = makeApp();
    world.http.on(whoAmI, unknownToken);
    expect(await failureOf(world.backend.addAccount(newAccount()))).toMatchObject({
      code: 'token-refused',
      details: { words: 'Invalid authentication token' },
    });
    expect(world.secrets.touches).toEqual([]);
    expect([world.settingsFile.written, world.vaultFile.written]).toEqual([[], []]);
    expect((await snapshotOf(world)).accounts).toEqual([]);
  });

  it.each<[string, Scripted]>([
    ['nobody is there', 'unreachable'],
    ['it is silent', 'timed-out'],
    ['it fails', empty(500)],
    ['it denies the question', json(403, { error: 'Access denied' })],
  ])('adds an unchecked account when the service cannot be asked: %s', async (_why, answer) => {
    const world = makeApp();
    world.http.on(whoAmI, answer);
    const { accountId, tokenChecked } = await world.backend.addAccount(newAccount());
    expect(tokenChecked).toBe(false);
    expect(world.secrets.entries.get(tokenEntryOf(world, accountId))).toBe(boundTo(token));
  });

  it.each<[string, Scripted, string]>([
    ['its certificate is not trusted', 'not-trusted', 'connection-not-trusted'],
    ['a captive portal answers', text(200, '<!doctype html>'), 'answer-not-understood'],
    ['it is another API', empty(404), 'not-this-api'],
    ['it points elsewhere', 'redirected', 'redirect-refused'],
  ])('keeps nothing when %s, unless that is wanted', async (_what, answer, code) => {
    const world = makeApp();
    world.http.on(whoAmI, answer);
    expect(await codeOf(world.backend.addAccount(newAccount()))).toBe(code);
    expect(world.secrets.touches).toEqual([]);
    expect((await snapshotOf(world)).accounts).toEqual([]);

    const added = await world.backend.addAccount({ ...newAccount(), saveUnchecked: true });
    expect(added.tokenChecked).toBe(false);
    expect(world.secrets.entries.get(tokenEntryOf(world, added.accountId))).toBe(boundTo(token));
  });

  it.each<[KeychainTrouble, string]>([
    ['locked', 'keychain-locked'],
    ['unavailable', 'keychain-unavailable'],
    ['timed-out', 'keychain-timed-out'],
    ['crashed', 'keychain-crashed'],
  ])('keeps nothing when the keychain is %s', async (trouble, code) => {
    const world = makeApp();
    world.http.on(whoAmI, ada);
    world.secrets.trouble = trouble;
    expect(await codeOf(world.backend.addAccount(newAccount()))).toBe(code);
    expect(world.secrets.entries.size).toBe(0);
    expect([world.settingsFile.written, world.vaultFile.written]).toEqual([[], []]);
    expect(await snapshotOf(world)).toMatchObject({ accounts: [], keychain: { state: trouble } });
  });

  it('keeps nothing when the keychain does not give back what it took', async () => {
    const world = makeApp();
    world.http.on(whoAmI, ada);
    world.secrets.stores = (value) => value.slice(0, 4);
    expect(await codeOf(world.backend.addAccount(newAccount()))).toBe('token-not-kept');
    expect(world.secrets.entries.size).toBe(0);
    expect([world.settingsFile.written, world.vaultFile.written]).toEqual([[], []]);
  });

  it('removes the token again when the vault cannot be written', async () => {
    const world = makeApp();
    world.http.on(whoAmI, ada);
    world.vaultFile.full = true;
    expect(await codeOf(world.backend.addAccount(newAccount()))).toBe('vault-not-saved');
    expect(entriesBesideKey(world)).toEqual([]);
    expect((await snapshotOf(world)).accounts).toEqual([]);
  });

  it.each<[Parameters<typeof newAccount>[0], string]>([
    [{ label: '' }, 'label-invalid'],
    [{ label: ' \u200b\u202e\n ' }, 'label-invalid'],
    [{ serviceUrl: 'http://example.com' }, 'service-url-not-secure'],
    [{ serviceUrl: 'example.com' }, 'service-url-invalid'],
    [{ token: 'short' }, 'token-invalid'],
    [{ token: 'with\u0000a NUL' }, 'token-invalid'],
  ])('refuses %j before anybody is asked', async (differs, code) => {
    const world = makeApp();
    expect(await codeOf(world.backend.addAccount(newAccount(differs)))).toBe(code);
    expect(world.http.calls).toEqual([]);
    expect(world.secrets.touches).toEqual([]);
  });

  it('cleans the label, the URL and the token of what was pasted along', async () => {
    const world = makeApp();
    world.http.on('GET /v1/user', ada);
    await world.backend.addAccount(
      newAccount({ label: ' My\u202e\n work ', serviceUrl: ` ${serviceUrl}/ `, token: `${token}\r\n` }),
    );
    expect((await snapshotOf(world)).accounts[0]).toMatchObject({ label: 'My work', serviceUrl });
    expect(keptTokens(world)).toEqual([boundTo(token)]);
  });

  it('remembers the prefix of the token', async () => {
    const world = makeApp();
    world.http.on(whoAmI, ada);
    await world.backend.addAccount(newAccount({ tokenPrefix: 'Bearer' }));
    expect(world.http.requests[0]?.headers['x-auth-token']).toBe(`Bearer ${token}`);
    expect(keptTokens(world)).toEqual([boundTo(token, { tokenPrefix: 'Bearer' })]);
  });

  it('makes one account of a double click', async () => {
    const world = makeApp();
    world.http.on(whoAmI, ada);
    const [first, second] = [world.backend.addAccount(newAccount()), world.backend.addAccount(newAccount())];
    expect(await codeOf(second)).toBe('busy');
    await first;
    expect((await snapshotOf(world)).accounts).toHaveLength(1);
    expect(keptTokens(world)).toHaveLength(1);
  });

  it('lets one of two in where there is room for one, and keeps no token of the other', async () => {
    const world = makeApp();
    world.http.on(whoAmI, ada).on('GET /user', ada);
    for (let count = 1; count < limits.accounts; count += 1) await world.backend.addAccount(newAccount());
    const outcomes = await Promise.allSettled([
      world.backend.addAccount(newAccount()),
      world.backend.addPracticeAccount({}),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    // The practice service's tokens lie in the vault.
    const inVault = insideVaultNow(world).match(/"bound":/g) ?? [];
    expect(keptTokens(world).length + inVault.length).toBe(limits.accounts);
    expect((await snapshotOf(makeApp(world))).accounts).toHaveLength(limits.accounts);
  });

  it('stops at the number of accounts that the app can hold, and keeps no token of one too many', async () => {
    const world = makeApp();
    world.http.on(whoAmI, ada);
    for (let count = 0; count < limits.accounts; count += 1) await world.backend.addAccount(newAccount());
    world.secrets.touches.length = 0;
    expect(await codeOf(world.backend.addAccount(newAccount()))).toBe('too-many-accounts');
    expect(world.secrets.touches).toEqual([]);
    expect((await snapshotOf(makeApp(world))).accounts).toHaveLength(limits.accounts);
  });
});
