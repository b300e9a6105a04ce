import { describe, expect, it } from 'vitest';
import { empty, json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import {
  accountOf,
  ada,
  appWithAccount,
  appWithCodes,
  codesOf,
  restart,
  serviceUrl,
  type Story,
  token,
  unknownToken,
  verify,
  whoAmI,
  entriesOf,
} from '../story';
import { boundTo, insideVaultNow, keptTokens } from './kept-tokens';

const there = 'https://moved.test/v1';

const move = (story: Story, differs: { saveUnchecked?: boolean; to?: string } = {}) =>
  story.backend.moveAccount({
    accountId: story.accountId,
    serviceUrl: differs.to ?? there,
    token: 'token-for-there',
    saveUnchecked: differs.saveUnchecked ?? false,
  });
/** Where each token went so far. */
const sent = ({ http }: Story) =>
  http.requests.map(({ url, headers }) => [new URL(url).host, headers['x-auth-token']]);

describe('changing the URL of an account', () => {
  it('is for good, with the token that was entered for it, and keeps the codes', async () => {
    const story = await appWithCodes(['abcd-1234', 'efgh-5678']);
    await story.backend.useNextCode({ ledgerId: story.accountId });
    story.http.requests.length = 0;
    expect(await move(story, { to: ` ${there}/ ` })).toEqual({ tokenChecked: true });
    expect(sent(story)).toEqual([['moved.test', 'token-for-there']]);
    const later = restart(story);
    await later.app.warmUp();
    expect(await accountOf(later)).toMatchObject({ serviceUrl: there, token: 'keychain', label: 'Work' });
    expect(await codesOf(later)).toEqual(['abcd-1234', 'efgh-5678']);
    expect((await entriesOf(later, later.accountId))[0]?.state).toBe('used');
    expect(keptTokens(later)).toEqual([boundTo('token-for-there', { serviceUrl: there })]);
  });

  it('forgets what belonged to the old address', async () => {
    const story = await appWithAccount();
    story.http.on(verify('123456'), json(200, { token: 'a-session-token' }));
    await story.backend.verifyCode({ accountId: story.accountId, code: '123456' });
    expect((await accountOf(story)).session).not.toBeNull();
    await move(story);
    expect(await accountOf(story)).toMatchObject({ session: null, texts: { sentAt: null, waitUntil: null } });
    expect(keptTokens(story)).toEqual([boundTo('token-for-there', { serviceUrl: there })]);
    story.http.requests.length = 0;
    story.http.on(verify('654321'), empty(204));
    await story.backend.verifyCode({ accountId: story.accountId, code: '654321' });
    expect(sent(story)).toEqual([['moved.test', 'token-for-there']]);
  });

  it('forgets the session of the old address where a passphrase is set, too', async () => {
    const story = await appWithAccount();
    const newPassphrase = 'lantern pebble orbit';
    await story.backend.setLockPassphrase({ passphrase: '', newPassphrase });
    story.http.on(verify('123456'), json(200, { token: 'a-session-token' }));
    await story.backend.verifyCode({ accountId: story.accountId, code: '123456' });
    expect(insideVaultNow(story)).toContain('a-session-token');
    await move(story);
    expect(insideVaultNow(story)).not.toMatch(/a-session-token|token-of-ada/);
    expect(insideVaultNow(story)).toContain(boundTo('token-for-there', { serviceUrl: there }));
  });

  it.each([
    ['token-refused', unknownToken],
    ['not-this-api', empty(404)],
  ] as const)('changes nothing when it ends with %s', async (code, answer) => {
    const story = await appWithAccount();
    story.http.on(whoAmI, answer);
    const before = insideVaultNow(story);
    expect(await codeOf(move(story))).toBe(code);
    expect([insideVaultNow(story), keptTokens(story)]).toEqual([before, [boundTo(token)]]);
    expect(await accountOf(story)).toMatchObject({ serviceUrl, token: 'keychain' });
  });

  it('is possible where something else answers, when the person says so', async () => {
    const story = await appWithAccount();
    story.http.on(whoAmI, empty(404));
    expect(await move(story, { saveUnchecked: true })).toEqual({ tokenChecked: false });
    expect(await accountOf(story)).toMatchObject({ serviceUrl: there });
  });

  it.each(['', 'ftp://moved.test', 'http://moved.test/v1'])('to %j changes nothing', async (to) => {
    const story = await appWithAccount();
    expect(await codeOf(move(story, { to }))).toMatch(/^service-url/);
    expect([await accountOf(story), story.http.calls]).toMatchObject([{ serviceUrl }, []]);
  });

  it('changes nothing when the vault cannot be written', async () => {
    const story = await appWithAccount();
    story.vaultFile.full = true;
    expect(await codeOf(move(story))).toBe('vault-not-saved');
    expect(keptTokens(story)).toEqual([boundTo(token)]);
    expect(await accountOf(story)).toMatchObject({ serviceUrl, token: 'keychain' });
  });

  it('sends the old token nowhere when the new one cannot be kept', async () => {
    const story = await appWithAccount();
    story.secrets.trouble = 'locked';
    expect(await codeOf(move(story))).toBe('keychain-locked');
    story.secrets.trouble = null;
    const later = restart(story);
    later.http.on(whoAmI, ada).requests.length = 0;
    const { accountId, backend } = later;
    expect(await codeOf(backend.requestCode({ accountId }))).toBe('token-missing');
    expect(later.http.calls).toEqual([]);
    await move(later);
    expect(await accountOf(later)).toMatchObject({ serviceUrl: there, token: 'keychain' });
  });

  it('is not for the practice service, which has no address of its own choosing', async () => {
    const story = await appWithAccount();
    story.http.on('GET /user', ada);
    const { accountId } = await story.backend.addPracticeAccount({});
    expect(await codeOf(move({ ...story, accountId }))).toBe('bad-input');
  });
});
