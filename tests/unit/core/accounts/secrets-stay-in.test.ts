import { describe, expect, it } from 'vitest';
import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import { HttpFailure, type HttpFailureKind, type HttpReply } from '../../../../src-main/core/ports/http';
import { everythingIn } from '../../../app/everything-in';
import { empty, json, type Scripted, text } from '../../../fakes/fake-http';
import { appWithAccount, askForText, listCodes, renewCodes, token, verify, whoAmI } from '../story';

const typed = 'acdef-34679';
const secrets = [token, typed, 'service.test', 'user/otp', 'x-auth-token'];

/** Failures of every kind, one of them from a network library that quotes everything. */
const failures: [string, Scripted][] = [
  ...(
    [
      'unreachable',
      'not-trusted',
      'proxy-unsupported',
      'redirected',
      'timed-out',
      'broken-off',
    ] satisfies HttpFailureKind[]
  ).map((kind): [string, Scripted] => [kind, kind]),
  ...[302, 400, 401, 403, 404, 422, 424, 429, 500, 502, 503].map((status): [string, Scripted] => [
    String(status),
    json(status, { error: 'No.' }),
  ]),
  ['strange codes', json(200, { recovery_codes: [7], token: `${token}\u0000` })],
  ['half an answer', text(200, `{"token":"${token}`)],
  [
    'a library that quotes',
    (): Promise<HttpReply> => Promise.reject(new Error(`GET https://service.test/?${token} ${typed}`)),
  ],
  [
    'a failure with a cause',
    (): Promise<HttpReply> =>
      Promise.reject(Object.assign(new HttpFailure('broken-off'), { cause: new Error(`${token} ${typed}`) })),
  ],
];

const attempts: [string, (backend: Backend, accountId: string) => Promise<unknown>][] = [
  ['requestCode', (backend, accountId) => backend.requestCode({ accountId })],
  ['verifyCode', (backend, accountId) => backend.verifyCode({ accountId, code: typed })],
  ['fetchRecoveryCodes', (backend, accountId) => backend.fetchRecoveryCodes({ accountId })],
  [
    'generateRecoveryCodes',
    (backend, accountId) => backend.generateRecoveryCodes({ accountId, withoutBackup: false }),
  ],
];

/** What a call rejects with; null when it does not. */
const thrownBy = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

describe.each(attempts)('%s', (_name, attempt) => {
  it.each(failures)('fails without a secret in its error or in a snapshot: %s', async (_what, failure) => {
    const { app, backend, accountId, http, clock, announced } = await appWithAccount();
    http.on(askForText, failure).on(verify(typed), failure).on(whoAmI, empty(500));
    http.on(listCodes, failure).on(renewCodes, failure);

    const inMain = await thrownBy(attempt(app.backend, accountId));
    clock.pass(3_600_000);
    const inTheWindow = await thrownBy(attempt(backend, accountId));
    // What nobody foresaw may hold anything, in main: the wire makes a bug without a text of it.
    const errors = [...(inMain instanceof AppError ? [inMain] : []), inTheWindow];
    for (const secret of secrets) expect(errors.map(everythingIn).join('\n')).not.toContain(secret);
    for (const secret of [token, typed]) expect(JSON.stringify(announced)).not.toContain(secret);
  });
});

it('the search for secrets finds them where errors carry them', () => {
  const cause = Object.assign(new Error('outer', { cause: new Error(`x ${token}`) }), { code: 'E' });
  expect(everythingIn(cause)).toContain(token);
  expect(everythingIn(new AppError('busy', { words: token }))).toContain(token);
});
