import { describe, expect, it } from 'vitest';
import { empty, json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import {
  accountOf,
  appWithAccount,
  listCodes,
  restart,
  snapshotOf,
  type Story,
  token,
  unknownToken,
  verify,
  entriesOf,
  appWithPracticeForThisRun,
} from '../story';
import {
  boundTo,
  entriesBesideKey,
  insideVault,
  insideVaultNow,
  keptTokens,
  onDisk,
} from '../accounts/kept-tokens';
import { sessionEntryOf, tokenEntryOf } from '../vault/vault-world';

const session = 'session-token-1';
const codes = json(200, { recovery_codes: ['acdef-34679'] });
const id = ({ accountId }: Story) => ({ accountId });

const appWithSession = async (
  differs: Parameters<typeof appWithAccount>[1] = {},
  reply: Record<string, unknown> = {},
): Promise<Story> => withSession(await appWithAccount({}, differs), reply);

async function withSession(story: Story, reply: Record<string, unknown> = {}): Promise<Story> {
  story.http.on(verify('123456'), json(200, { token: session, ...reply }));
  await story.backend.verifyCode({ ...id(story), code: '123456' });
  story.http.requests.length = 0;
  return story;
}
const tokensSent = (story: Story) => story.http.requests.map(({ headers }) => headers['x-auth-token']);

describe('a session token', () => {
  it('is kept in the keychain, and the window is told only that there is one', async () => {
    const story = await appWithSession({}, { expires_at: '2026-01-02T04:00:00Z' });
    expect(story.secrets.entries.get(sessionEntryOf(story, story.accountId))).toBe(boundTo(session));
    expect((await accountOf(story)).session).toEqual({ expiresAt: Date.UTC(2026, 0, 2, 4) });
    expect(JSON.stringify(story.announced)).not.toContain(session);
    expect(onDisk(story) + insideVault(story)).not.toContain(session);
  });

  it('is copied without passing the window', async () => {
    const story = await appWithSession();
    expect(await story.backend.copySessionToken(id(story))).toEqual({});
    expect(story.desktop.clipboard).toBe(session);
  });

  it('is still there after a restart', async () => {
    const story = restart(await appWithSession());
    expect((await accountOf(story)).session).toEqual({ expiresAt: null });
    await story.backend.copySessionToken(id(story));
    expect(story.desktop.clipboard).toBe(session);
  });

  it('is forgotten', async () => {
    const story = await appWithSession();
    await story.backend.forgetSessionToken(id(story));
    expect(entriesBesideKey(story).map(([name]) => name)).toEqual([tokenEntryOf(story, story.accountId)]);
    expect((await accountOf(story)).session).toBeNull();
    expect(await codeOf(story.backend.copySessionToken(id(story)))).toBe('session-missing');
  });

  it('that is not there can be forgotten too', async () => {
    const story = await appWithAccount();
    expect(await story.backend.forgetSessionToken(id(story))).toEqual({});
  });

  it('is not forgotten while the keychain is locked', async () => {
    const story = await appWithSession();
    story.secrets.trouble = 'locked';
    expect(await codeOf(story.backend.forgetSessionToken(id(story)))).toBe('keychain-locked');
    expect((await accountOf(story)).session).not.toBeNull();
  });

  it('goes with the token that it was got with', async () => {
    const story = await appWithSession();
    await story.backend.replaceToken({ ...id(story), token: 'another-token' });
    expect((await accountOf(story)).session).toBeNull();
    expect(keptTokens(story)).toEqual([boundTo('another-token')]);
  });

  it('of a practice account without a keychain stays in memory, can be forgotten, and ends with the run', async () => {
    const practice = await appWithPracticeForThisRun();
    practice.secrets.trouble = 'unavailable';
    const story = await withSession(practice);
    expect([story.secrets.entries.size, story.vaultFile.sealed]).toEqual([0, null]);
    expect(onDisk(story)).not.toContain(session);
    await story.backend.copySessionToken(id(story));
    expect(story.desktop.clipboard).toBe(session);
    await story.backend.forgetSessionToken(id(story));
    expect((await accountOf(story)).session).toBeNull();
    await withSession(story);
    expect((await accountOf(story)).session).not.toBeNull();
    const later = restart(story);
    expect((await snapshotOf(later)).accounts).toEqual([]);
    expect(await codeOf(later.backend.copySessionToken(id(later)))).toBe('no-such-account');
  });

  it('lies in the vault where a passphrase is set', async () => {
    const story = await appWithAccount();
    const newPassphrase = 'lantern pebble orbit';
    await story.backend.setLockPassphrase({ passphrase: '', newPassphrase });
    await withSession(story);
    expect(keptTokens(story)).toEqual([]);
    expect(onDisk(story)).not.toContain(session);
    expect(insideVault(story)).toContain(boundTo(session));
    const later = restart(story);
    await later.backend.unlock({ passphrase: newPassphrase });
    await later.backend.copySessionToken(id(later));
    expect(later.desktop.clipboard).toBe(session);
    await later.backend.forgetSessionToken(id(later));
    expect(insideVaultNow(later)).not.toContain(session);
  });

  it('is kept in memory when the keychain fails now, for the code is spent', async () => {
    const story = await appWithAccount();
    story.http.on(verify('123456'), () => {
      story.secrets.trouble = 'crashed';
      return Promise.resolve(json(200, { token: session }));
    });
    const outcome = await story.backend.verifyCode({ ...id(story), code: '123456' });
    expect(outcome).toEqual({ outcome: 'accepted', session: true, kept: true });
    await story.backend.copySessionToken(id(story));
    expect(story.desktop.clipboard).toBe(session);
  });

  it('that has expired is neither copied nor used', async () => {
    const story = await appWithSession({}, { expires_at: '2026-01-02T04:00:00Z' });
    story.http.on(listCodes, codes);
    story.clock.pass(Date.UTC(2026, 0, 2, 4) - story.clock.now());
    expect(await codeOf(story.backend.copySessionToken(id(story)))).toBe('session-missing');
    await story.backend.fetchRecoveryCodes(id(story));
    expect(tokensSent(story)).toEqual([token]);
  });

  it('that has gone from an open keychain counts as none', async () => {
    const story = await appWithSession();
    story.secrets.entries.delete(sessionEntryOf(story, story.accountId));
    await story.backend.probeKeychain({});
    expect(await codeOf(story.backend.copySessionToken(id(story)))).toBe('session-missing');
    story.http.on(listCodes, codes);
    await story.backend.probeKeychain({});
    await story.backend.fetchRecoveryCodes(id(story));
    expect(tokensSent(story)).toEqual([token]);
  });
});

describe('recovery codes with a session', () => {
  it('are asked for with the session token, with the prefix of the account', async () => {
    const story = await appWithSession({ tokenPrefix: 'Bearer' });
    story.http.on(listCodes, codes);
    await story.backend.fetchRecoveryCodes(id(story));
    expect(tokensSent(story)).toEqual([`Bearer ${session}`]);
  });

  it('are asked for with the API token when the session is refused, which is then forgotten', async () => {
    const story = await appWithSession();
    story.http.on(listCodes, unknownToken, codes);
    await story.backend.fetchRecoveryCodes(id(story));
    expect(tokensSent(story)).toEqual([session, token]);
    expect((await accountOf(story)).session).toBeNull();
    expect(story.secrets.entries.has(sessionEntryOf(story, story.accountId))).toBe(false);
  });

  it('are had although the forgotten session cannot be written down', async () => {
    const story = await appWithSession();
    story.http.on(listCodes, unknownToken, () => {
      story.vaultFile.full = false;
      return Promise.resolve(codes);
    });
    story.vaultFile.full = true;
    await story.backend.fetchRecoveryCodes(id(story));
    expect(await entriesOf(story, story.accountId)).toMatchObject([{ state: 'unused' }]);
  });

  it('keep the session when the call fails for another reason', async () => {
    const story = await appWithSession();
    story.http.on(listCodes, empty(403));
    expect(await codeOf(story.backend.fetchRecoveryCodes(id(story)))).toBe('access-denied');
    expect(tokensSent(story)).toEqual([session]);
    expect((await snapshotOf(story)).accounts[0]?.session).not.toBeNull();
  });

  it('are not asked for a third time when the API token is refused as well', async () => {
    const story = await appWithSession();
    story.http.on(listCodes, unknownToken);
    expect(await codeOf(story.backend.fetchRecoveryCodes(id(story)))).toBe('token-refused');
    expect(tokensSent(story)).toEqual([session, token]);
  });
});
