import { describe, expect, it } from 'vitest';
import { bind, unbind } from '../../../../src-main/core/accounts/bound-token';
import { codeOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import { empty, json } from '../../../fakes/fake-http';
import {
  accountOf,
  appWithAccount,
  askForText,
  listCodes,
  serviceUrl,
  type Story,
  token,
  verify,
} from '../story';
import { sessionEntryOf, tokenEntryOf } from '../vault/vault-world';
import { editedVault } from './edited-vault';
import { boundTo } from './kept-tokens';

const elsewhere = 'https://elsewhere.test/v1';
const passphrase = 'lantern pebble orbit';
const id = ({ accountId }: Story) => ({ accountId });

/** Every call that a token goes out with. */
const calls: [string, (story: Story) => Promise<unknown>][] = [
  ['requestCode', ({ backend, accountId }) => backend.requestCode({ accountId })],
  ['verifyCode', ({ backend, accountId }) => backend.verifyCode({ accountId, code: '123456' })],
  ['fetchRecoveryCodes', ({ backend, accountId }) => backend.fetchRecoveryCodes({ accountId })],
  [
    'generateRecoveryCodes',
    ({ backend, accountId }) => backend.generateRecoveryCodes({ accountId, withoutBackup: false }),
  ],
];

/** All of them end so, and nothing was sent to anybody. */
async function expectNothingSent(story: Story, code: string): Promise<void> {
  story.http.requests.length = 0;
  for (const [name, call] of calls) expect(await codeOf(call(story)), name).toBe(code);
  expect(story.http.calls).toEqual([]);
}

describe('a token as it is kept', () => {
  const here = { kind: 'own', serviceUrl, tokenPrefix: '' } as const;

  it('is given out for just the address and the prefix that it was kept for', () => {
    expect(unbind(bind(token, here), here)).toBe(token);
    expect(unbind(bind(token, here), { ...here, serviceUrl: elsewhere })).toBeNull();
    expect(unbind(bind(token, here), { ...here, serviceUrl: `${serviceUrl}/` })).toBeNull();
    expect(unbind(bind(token, here), { ...here, tokenPrefix: 'Bearer' })).toBeNull();
    expect(unbind(bind(token, here), { ...here, kind: 'practice', serviceUrl: '' })).toBeNull();
  });

  it('is not told from where the address ends and the prefix begins', () => {
    const moved = { ...here, serviceUrl: `${serviceUrl}Bearer` };
    expect(unbind(bind(token, { ...here, tokenPrefix: 'Bearer' }), moved)).toBeNull();
  });

  it.each(['', token, `1.${token}`, `2.${'a'.repeat(20)}.${token}`, `1.${'a'.repeat(19)}.${token}`])(
    'is none where nothing says what it was kept for: %j',
    (text) => {
      expect(unbind(text, here)).toBeNull();
    },
  );

  it('may have every character that a token may have', () => {
    const odd = 'a.b.1.\u2028c"\\~';
    expect(unbind(bind(odd, here), here)).toBe(odd);
  });
});

describe('a token in the keychain', () => {
  it.each([
    ['another address', boundTo(token, { serviceUrl: elsewhere })],
    ['another prefix', boundTo(token, { tokenPrefix: 'Bearer' })],
    ['the practice service', boundTo(token, { kind: 'practice', serviceUrl: '' })],
    ['nobody', token],
  ])('that was kept for %s is sent to nobody', async (_whom, entry) => {
    const story = await appWithAccount();
    story.secrets.entries.set(tokenEntryOf(story, story.accountId), entry);
    await expectNothingSent(story, 'token-elsewhere');
    expect(await accountOf(story)).toMatchObject({ serviceUrl, token: 'keychain' });
  });

  it('is sent to nobody where the vault has another address', async () => {
    const story = await appWithAccount();
    const vaultFile = await editedVault(story, serviceUrl, elsewhere);
    const edited = { ...makeApp({ ...story, vaultFile }), accountId: story.accountId };
    expect(await accountOf(edited)).toMatchObject({ serviceUrl: elsewhere, addressConfirmed: true });
    await expectNothingSent(edited, 'token-elsewhere');
  });

  it('is sent to nobody where the vault has another prefix', async () => {
    const story = await appWithAccount({}, { tokenPrefix: 'Bearer' });
    const vaultFile = await editedVault(story, '"Bearer"', '""');
    await expectNothingSent(
      { ...makeApp({ ...story, vaultFile }), accountId: story.accountId },
      'token-elsewhere',
    );
  });

  it('works again once it was entered anew', async () => {
    const story = await appWithAccount();
    story.secrets.entries.set(
      tokenEntryOf(story, story.accountId),
      boundTo(token, { serviceUrl: elsewhere }),
    );
    await story.backend.replaceToken({ ...id(story), token: 'another-token' });
    story.http.on(askForText, empty(204)).requests.length = 0;
    await story.backend.requestCode(id(story));
    expect(story.http.requests[0]).toMatchObject({ headers: { 'x-auth-token': 'another-token' } });
  });
});

describe('a session token', () => {
  it('that was kept for another address is neither sent nor copied, and can be forgotten', async () => {
    const story = await appWithAccount();
    story.http.on(verify('123456'), json(200, { token: 'session-1' }));
    await story.backend.verifyCode({ ...id(story), code: '123456' });
    const entry = sessionEntryOf(story, story.accountId);
    story.secrets.entries.set(entry, boundTo('session-1', { serviceUrl: elsewhere }));
    story.http.on(listCodes, json(200, { recovery_codes: ['acdef-34679'] })).requests.length = 0;
    expect(await codeOf(story.backend.copySessionToken(id(story)))).toBe('token-elsewhere');
    expect(await codeOf(story.backend.fetchRecoveryCodes(id(story)))).toBe('token-elsewhere');
    expect([story.http.calls, story.desktop.clipboard]).toEqual([[], '']);
    await story.backend.forgetSessionToken(id(story));
    await story.backend.fetchRecoveryCodes(id(story));
    expect(story.http.requests.map(({ headers }) => headers['x-auth-token'])).toEqual([token]);
  });
});

describe('a token in the vault', () => {
  /** The token lies in the vault; who has its key edits the file. */
  async function edited(from: string, to: string): Promise<Story> {
    const story = await appWithAccount();
    await story.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
    const vaultFile = await editedVault(story, from, to);
    const later = { ...makeApp({ ...story, vaultFile }), accountId: story.accountId };
    await later.backend.unlock({ passphrase });
    expect(await accountOf(later)).toMatchObject({ token: 'vault' });
    return later;
  }

  it('that was kept for another address is sent to nobody', async () => {
    await expectNothingSent(
      await edited(boundTo(token), boundTo(token, { serviceUrl: elsewhere })),
      'token-elsewhere',
    );
  });

  it('is sent to nobody where the address is another one', async () => {
    await expectNothingSent(await edited(`"${serviceUrl}"`, `"${elsewhere}"`), 'token-elsewhere');
  });

  it('that is gone is missing', async () => {
    await expectNothingSent(await edited('"slot": "token"', '"slot": "session"'), 'token-missing');
  });
});
