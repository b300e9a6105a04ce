import { describe, expect, it } from 'vitest';
import { HttpFailure, type HttpFailureKind, type HttpReply } from '../../../../src-main/core/ports/http';
import { deadlines } from '../../../../src-main/core/service/service-http';
import { empty, json, text } from '../../../fakes/fake-http';
import { codeOf, failureOf } from '../../../app/failure-of';
import { caller, operations, type Operation, otpClient } from './otp-caller';

const gets: Operation[] = ['recoveryCodes', 'whoAmI'];
const posts: Operation[] = ['requestCode', 'verify', 'newRecoveryCodes'];
const kinds: HttpFailureKind[] = [
  'unreachable',
  'not-trusted',
  'proxy-unsupported',
  'redirected',
  'timed-out',
  'broken-off',
];

describe('every request', () => {
  it('carries the token raw, says who asks and what it takes, and has nothing else', async () => {
    const { api, http } = otpClient();
    http.on('POST /user/otp/sms/receive', empty(204));
    await api.requestCode(caller);
    expect(http.requests).toEqual([
      {
        method: 'POST',
        url: 'https://service.test/user/otp/sms/receive',
        path: '/user/otp/sms/receive',
        deadline: deadlines.usual,
        headers: {
          accept: 'application/json',
          'user-agent': 'Latchkey/1.2.3',
          'x-auth-token': 'token-of-ada',
        },
      },
    ]);
  });

  it('puts the prefix before the token where the account has one', async () => {
    const { api, http } = otpClient();
    http.on('GET /user', json(200, {}));
    await api.whoAmI({ ...caller, tokenPrefix: 'Bearer' });
    expect(http.requests[0]?.headers['x-auth-token']).toBe('Bearer token-of-ada');
  });

  it('keeps the path of the service', async () => {
    const { api, http } = otpClient();
    http.on('GET /metal/v1/user', json(200, {}));
    await api.whoAmI({ ...caller, serviceUrl: 'https://service.test/metal/v1' });
    expect(http.calls).toEqual(['GET /metal/v1/user']);
  });

  it('gives a verify more time than the others', async () => {
    const { api, http } = otpClient();
    http.on('POST /user/otp/verify/123456', empty(204));
    await api.verify(caller, '123456');
    expect(http.requests[0]?.deadline).toBe(deadlines.verify);
    expect(deadlines.verify).toBeGreaterThan(deadlines.usual);
  });

  it.each([
    ['a/b', 'a%2Fb'],
    ['a?b', 'a%3Fb'],
    ['a#b', 'a%23b'],
    ['a%2fb', 'a%252fb'],
    ['a b', 'a%20b'],
    ['ä', '%C3%A4'],
    ['a\\b', 'a%5Cb'],
    ['../../user', '..%2F..%2Fuser'],
  ])('encodes the code %j, whoever let it through', async (code, encoded) => {
    const { api, http } = otpClient();
    http.on(`POST /user/otp/verify/${encoded}`, empty(204));
    await api.verify(caller, code);
    expect(http.calls).toEqual([`POST /user/otp/verify/${encoded}`]);
  });
});

describe('a POST without a reply', () => {
  const meaning: Record<HttpFailureKind, string> = {
    unreachable: 'offline',
    'not-trusted': 'connection-not-trusted',
    'proxy-unsupported': 'proxy-unsupported',
    redirected: 'redirect-refused',
    'timed-out': 'outcome-unknown',
    'broken-off': 'outcome-unknown',
  };
  const rows = posts.flatMap((operation) => kinds.map((kind) => [operation, kind, meaning[kind]] as const));

  it.each(rows)('%s: %s means %s, and it is never sent again', async (operation, kind, code) => {
    const { api, http, clock } = otpClient();
    http.on(operations[operation].sent, kind);
    expect(await codeOf(operations[operation].run(api))).toBe(code);
    expect(http.calls).toEqual([operations[operation].sent]);
    expect(clock.waits).toEqual([]);
  });
});

describe('a GET without a reply', () => {
  it.each(
    gets.flatMap((operation) =>
      (['unreachable', 'broken-off'] as const).map((kind) => [operation, kind] as const),
    ),
  )('%s: %s is tried twice more, then offline', async (operation, kind) => {
    const { api, http } = otpClient();
    http.on(operations[operation].sent, kind);
    expect(await codeOf(operations[operation].run(api))).toBe('offline');
    expect(http.calls).toHaveLength(3);
  });

  it.each<[HttpFailureKind, string]>([
    ['not-trusted', 'connection-not-trusted'],
    ['proxy-unsupported', 'proxy-unsupported'],
    ['redirected', 'redirect-refused'],
    ['timed-out', 'timed-out'],
  ])('%s is not tried again', async (kind, code) => {
    const { api, http } = otpClient();
    http.on('GET /user', kind);
    expect(await codeOf(api.whoAmI(caller))).toBe(code);
    expect(http.calls).toHaveLength(1);
  });

  it.each([502, 503, 504])('a %d is tried again, and the answer after it counts', async (status) => {
    const { api, http } = otpClient();
    http.on('GET /user', empty(status), json(200, {}));
    expect(await api.whoAmI(caller)).toEqual({ phoneEnding: null });
    expect(http.calls).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 429, 500, 501])('a %d is not tried again', async (status) => {
    const { api, http } = otpClient();
    http.on('GET /user', empty(status));
    await failureOf(api.whoAmI(caller));
    expect(http.calls).toHaveLength(1);
  });

  it.each([
    [0, [200, 400]],
    [0.5, [350, 700]],
    [1, [500, 1000]],
  ])('waits longer each time, with jitter %d', async (jitter, waits) => {
    const { api, http, random, clock } = otpClient();
    random.jitter = jitter;
    http.on('GET /user', 'unreachable');
    await failureOf(api.whoAmI(caller));
    expect(clock.waits).toEqual(waits);
  });

  it('gives each attempt what is left of the one deadline', async () => {
    const { api, http, clock } = otpClient();
    const slow = (): Promise<HttpReply> => {
      clock.pass(3_000);
      return Promise.reject(new HttpFailure('unreachable'));
    };
    http.on('GET /user', slow);
    await failureOf(api.whoAmI(caller));
    expect(http.requests.map(({ deadline }) => deadline)).toEqual([10_000, 6_650, 2_950]);
  });

  it('does not start another attempt when the deadline is all but over', async () => {
    const { api, http, clock } = otpClient();
    const start = clock.now();
    http.on('GET /user', () => {
      clock.pass(9_500);
      return Promise.reject(new HttpFailure('broken-off'));
    });
    expect(await codeOf(api.whoAmI(caller))).toBe('offline');
    expect(http.calls).toHaveLength(1);
    expect(clock.now() - start).toBeLessThanOrEqual(deadlines.usual);
  });
});

describe('the Sunset header', () => {
  it.each([
    ['Tue, 30 Jun 2026 23:59:59 GMT', ['2026-06-30']],
    ['2026-06-30', ['2026-06-30']],
    ['soon', []],
    ['', []],
  ])('%j is told of as %j', async (sunset, dates) => {
    const { api, http, sunsets } = otpClient();
    http.on('GET /user', text(200, '{}', { sunset }));
    await api.whoAmI(caller);
    expect(sunsets).toEqual(dates);
  });

  it('is heard in a refusal too', async () => {
    const { api, http, sunsets } = otpClient();
    http.on('POST /user/otp/sms/receive', empty(403, { sunset: '2026-06-30' }));
    await failureOf(api.requestCode(caller));
    expect(sunsets).toEqual(['2026-06-30']);
  });
});
