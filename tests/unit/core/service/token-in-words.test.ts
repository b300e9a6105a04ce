import { describe, expect, it } from 'vitest';
import type { AppError } from '#contract/errors';
import type { HttpReply } from '../../../../src-main/core/ports/http';
import { everythingIn } from '../../../app/everything-in';
import { json, text } from '../../../fakes/fake-http';
import { failureOf } from '../../../app/failure-of';
import { caller, otpClient } from './otp-caller';
import { appWithAccount, codesOf, listCodes, unknownToken, verify, whoAmI } from '../story';

const token = 'tk_Ada/Love+lace=0815';
const escaped = (how: (code: string) => string): string =>
  Array.from(token, (letter) => how(letter.charCodeAt(0).toString(16).padStart(4, '0'))).join('');
const base64 = (value: string): string => Buffer.from(value).toString('base64');

/** How a service may write the token that it refuses, in the text of its error or around it. */
const spellings: readonly (readonly [string, string])[] = [
  ['as it is', token],
  ['in JSON, which escapes every letter', escaped((code) => `\\u${code}`)],
  ['in JSON, twice', escaped((code) => `\\\\u${code}`)],
  ['in JSON, in capitals', escaped((code) => `\\u${code.toUpperCase()}`)],
  ['with a slash that is escaped', token.replaceAll('/', '\\/')],
  ['with a slash that is escaped twice', token.replaceAll('/', '\\\\\\/')],
  ['in a URL', encodeURIComponent(token)],
  ['in a URL, twice', encodeURIComponent(encodeURIComponent(token))],
  ['in a URL, every letter', escaped((code) => `%${code.slice(2)}`)],
  ['in HTML, by number', escaped((code) => `&#${parseInt(code, 16)};`)],
  ['in HTML, by hexadecimal number', escaped((code) => `&#x${code};`)],
  ['in HTML, by name', token.replaceAll('/', '&sol;').replaceAll('_', '&lowbar;').replaceAll('+', '&plus;')],
  ['in HTML that was escaped again', escaped((code) => `&amp;#${parseInt(code, 16)};`)],
  ['in code', escaped((code) => `\\\\x${code.slice(2)}`)],
  ['in mail', escaped((code) => `=${code.slice(2)}`)],
  ['in capitals', token.toUpperCase()],
  ['in small letters', token.toLowerCase()],
  [
    'in full width',
    Array.from(token, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(''),
  ],
  ['in base 64', base64(token)],
  ['in base 64, behind one letter', base64(`x${token}`)],
  ['in base 64, behind two letters', base64(`xy${token}z`)],
  ['in base 64 for URLs', Buffer.from(token).toString('base64url')],
  ['in hexadecimal', Buffer.from(token).toString('hex')],
  ['with blanks between', Array.from(token).join(' ')],
  ['on two lines', `${token.slice(0, 10)}\\n${token.slice(10)}`],
  ['with something invisible between', Array.from(token).join('\\u200b')],
  ['behind its prefix', `Bearer ${token}`],
  ['without its end', token.slice(0, 14)],
  ['without its beginning', token.slice(9)],
];

/** No more than seven characters of the token in a row, whatever case, and none of its encodings. */
function expectNothingOf(said: string): void {
  const seen = said.toLowerCase().replace(/[\s\u200b]/g, '');
  const forms = [token, encodeURIComponent(token), base64(token), Buffer.from(token).toString('hex')];
  for (const form of forms.map((one) => one.toLowerCase())) {
    for (let at = 0; at + 8 <= form.length; at += 1) expect(seen).not.toContain(form.slice(at, at + 8));
  }
  // Escaped letter by letter nothing of the kind is left, either.
  expect(said).not.toMatch(/(?:(?:\\+u00|\\+x|%(?:25)*|=|&(?:amp;)?#x?0*)[0-9a-f]{2,3};?){4}/i);
}

const run = async (reply: HttpReply): Promise<AppError> => {
  const { api, http } = otpClient();
  http.on('GET /user/otp/recovery-codes', reply);
  return failureOf(api.recoveryCodes({ ...caller, token }));
};

describe('a token never comes back in a service’s words', () => {
  it.each(spellings)('%s', async (_what, spelled) => {
    // The text is put into the JSON as it stands, so that its escapes are those of JSON.
    const { details } = await run(text(403, `{"error":"No access for <${spelled}>, sorry."}`));
    expectNothingOf(details.words ?? '');
    expect(details.words).toMatch(/^No access for <.{0,8}….{0,8}>, sorry\.$/);
    expect(Object.keys(details).filter((key) => details[key as keyof typeof details] !== undefined)).toEqual([
      'words',
    ]);
  });

  it.each(spellings)('%s, in an outcome of a verify', async (_what, spelled) => {
    const { api, http } = otpClient();
    http.on('POST /user/otp/verify/123456', text(400, `{"errors":["Bad", "${spelled}"]}`));
    const outcome = await api.verify({ ...caller, token, tokenPrefix: 'Bearer' }, '123456');
    expectNothingOf('words' in outcome ? (outcome.words ?? '') : '');
  });

  it('split over the fields of an answer', async () => {
    const { details } = await run(
      json(403, { error: token.slice(0, 7), errors: [token.slice(7, 12), token.slice(12)] }),
    );
    expectNothingOf(details.words ?? '');
  });

  it('cut where the words are cut', async () => {
    for (let before = 270; before < 300; before += 1) {
      const { details } = await run(json(403, { error: `${'x'.repeat(before)} ${token}` }));
      expectNothingOf(details.words ?? '');
    }
  });

  it('in headers of an answer', async () => {
    const headers = {
      'retry-after': token,
      sunset: token,
      date: token,
      'x-ratelimit-reset': token,
      location: token,
    };
    const error = await run(text(429, '{}', headers));
    expectNothingOf(everythingIn(error));
  });

  it('nor does the code that was sent', async () => {
    const { api, http } = otpClient();
    http.on(
      'POST /user/otp/verify/acdef-34679',
      json(400, { error: 'ACDEF-34679 (acdef%2D34679) is wrong' }),
    );
    expect(await api.verify(caller, 'acdef-34679')).toEqual({ outcome: 'rejected', words: '… (…) is wrong' });
  });

  it('and what is none of it stays', async () => {
    const said = 'Invalid authentication token: 50% of “lace” & &lt;b&gt; C:\\users\\ada 0x41 = 81';
    expect((await run(json(403, { error: said }))).details.words).toBe(said);
  });
});

describe('a session token', () => {
  it('is read out of the answer to a verify, and never comes back in words later', async () => {
    const story = await appWithAccount();
    const { backend, accountId, http } = story;
    http.on(verify('123456'), json(200, { token }));
    expect(await backend.verifyCode({ accountId, code: '123456' })).toMatchObject({ session: true });
    await backend.copySessionToken({ accountId });
    expect(story.desktop.clipboard).toBe(token);
    http.on(listCodes, text(403, `{"error":"No ${escaped((code) => `%${code.slice(2)}`)}"}`));
    const { details } = await failureOf(backend.fetchRecoveryCodes({ accountId }));
    expect(details.words).toBe('No …');
  });

  it('that stands in the list of recovery codes is none, and is not kept', async () => {
    const story = await appWithAccount({}, { token });
    story.http.on(listCodes, json(200, { recovery_codes: ['good-12345', `key ${token}`] }));
    const { accountId } = story;
    expect((await failureOf(story.backend.fetchRecoveryCodes({ accountId }))).code).toBe(
      'answer-not-understood',
    );
    expect((await failureOf(codesOf(story))).code).toBe('no-such-code');
  });
});

it('words about a token that is checked when an account is added hold nothing of it', async () => {
  const story = await appWithAccount();
  story.http.on(whoAmI, { ...unknownToken, body: `{"error":"Unknown: ${encodeURIComponent(token)}"}` });
  const { accountId } = story;
  const error = await failureOf(story.backend.replaceToken({ accountId, token }));
  expect([error.code, error.details.words]).toEqual(['token-refused', 'Unknown: …']);
});
