import { get } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import type { Fault } from '../../../src-main/practice-service/server';
import { startPractice, TOKEN } from './practice-fixture';

const user = { method: 'GET', path: '/user' };
const receive = { method: 'POST', path: '/user/otp/sms/receive' };
const regenerate = { method: 'POST', path: '/user/otp/recovery-codes' };

describe('a fault', () => {
  test('answers in the place of the call, which does no work', async () => {
    const { service, client } = await startPractice();
    service.setFault({ status: 503 });
    const plain = await client.sendUnchecked(receive);
    expect([plain.status, plain.words]).toEqual([503, 'The practice service was told to answer 503']);

    service.setFault({
      status: 502,
      contentType: 'text/html',
      body: '<h1>Bad gateway</h1>',
      headers: { Via: 'x' },
    });
    const page = await client.sendUnchecked(receive);
    expect(page).toMatchObject({ status: 502, text: '<h1>Bad gateway</h1>' });
    expect(page.headers).toMatchObject({ 'content-type': 'text/html', via: 'x' });

    service.setFault({ body: '{"recovery_codes":' });
    const cut = await client
      .sendUnchecked({ ...receive, headers: { Accept: '*/*' } })
      .catch((error: unknown) => error);
    expect(cut).toBeInstanceOf(SyntaxError);

    service.setFault({ status: 201 });
    expect(await client.sendUnchecked(receive)).toMatchObject({ status: 201, text: '' });
    expect(service.messages()).toEqual([]);
    expect(service.seen()).toHaveLength(4);
  });

  test('strikes one call as often as told', async () => {
    const { service, client } = await startPractice();
    service.setFault({ on: 'POST /user/otp/verify/{otp}', times: 2, status: 500 });
    expect((await client.get('/user')).status).toBe(200);
    const verify = { method: 'POST', path: '/user/otp/verify/123456' };
    const statuses = [];
    for (let times = 0; times < 3; times += 1) statuses.push((await client.sendUnchecked(verify)).status);
    expect(statuses).toEqual([500, 500, 400]);
  });

  test('strikes every request until it is taken away, with or without a token', async () => {
    const { service, client } = await startPractice();
    service.setFault({ status: 500 });
    for (const path of ['/user', '/nope']) {
      expect((await client.withToken('').sendUnchecked({ method: 'GET', path })).status).toBe(500);
    }
    service.setFault(null);
    expect((await client.get('/user')).status).toBe(200);
  });

  test('adds headers to what the call answers', async () => {
    const { service, client } = await startPractice();
    service.setFault({
      headers: { Sunset: 'Tue, 30 Jun 2026 00:00:00 GMT', 'Content-type': 'application/json' },
    });
    const reply = await client.send(user);
    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({
      sunset: 'Tue, 30 Jun 2026 00:00:00 GMT',
      'content-type': 'application/json',
    });
  });

  test('redirects in a way that repeats the method, unless told otherwise', async () => {
    const { service, client } = await startPractice();
    service.setFault({ redirect: 'http://127.0.0.1:9/elsewhere' });
    const reply = await client.sendUnchecked(receive);
    expect([reply.status, reply.headers.location]).toEqual([307, 'http://127.0.0.1:9/elsewhere']);
    service.setFault({ redirect: '/elsewhere', status: 302 });
    expect(await client.sendUnchecked(receive)).toMatchObject({
      status: 302,
      headers: { location: '/elsewhere' },
    });
  });

  test('resets the connection before the work or after it', async () => {
    const { service, client } = await startPractice();
    service.setFault({ reset: true });
    await expect(client.sendUnchecked(receive)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(service.messages()).toHaveLength(0);

    service.setFault({ resetAfterHandling: true });
    await expect(client.sendUnchecked(receive)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(service.messages()).toHaveLength(1);
    expect(service.seen()).toHaveLength(2);
  });

  test('holds an answer back', async () => {
    const { service, client } = await startPractice();
    service.setFault({ latencyMs: 30 });
    const start = performance.now();
    expect((await client.send(user)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(25);
  });

  test('does the work before it holds the answer back, and is cut short when the service closes', async () => {
    const { service, client } = await startPractice();
    service.setFault({ latencyMs: 3_600_000, on: 'POST /user/otp/sms/receive' });
    const waiting = expect(client.sendUnchecked(receive)).rejects.toThrow();
    await vi.waitFor(() => expect(service.messages()).toHaveLength(1));
    await service.close();
    await waiting;
  });

  test('outlives a client that gives up waiting', async () => {
    const { service, client } = await startPractice();
    service.setFault({ latencyMs: 3_600_000, times: 1 });
    const impatient = new AbortController();
    const waiting = expect(
      client.sendUnchecked({ ...regenerate, signal: impatient.signal }),
    ).rejects.toThrow();
    await vi.waitFor(() => expect(service.seen()).toHaveLength(1));
    impatient.abort();
    await waiting;
    expect((await client.get('/user/otp/recovery-codes')).status).toBe(200);
  });

  test('drips an answer that never ends', async () => {
    const { service } = await startPractice();
    service.setFault({ drip: true });
    const dripped = await new Promise<string>((resolve, reject) => {
      const request = get(
        `${service.url}/user`,
        { agent: false, headers: { 'X-Auth-Token': TOKEN } },
        (response) => {
          let text = `${response.statusCode} ${response.headers['content-type']}`;
          response.on('data', (chunk: Buffer) => {
            text += `+${chunk.toString()}`;
            if (!text.endsWith('+ + ')) return;
            request.destroy();
            resolve(text);
          });
        },
      );
      request.on('error', reject);
    });
    expect(dripped).toBe('200 application/json; charset=utf-8+ + ');
  });

  const malformed: readonly (readonly [string, object])[] = [
    ['an unknown field', { stauts: 500 }],
    ['an inherited field', { constructor: 1 }],
    ['an unknown call', { on: 'POST /user/otp/verify/123456' }],
    ['no times', { times: 0 }],
    ['half a time', { times: 1.5 }],
    ['a wait that never ends', { latencyMs: Infinity }],
    ['a wait too long for a timer', { latencyMs: 2 ** 31 }],
    ['a wait into the past', { latencyMs: -1 }],
    ['an informational status', { status: 100 }],
    ['a status out of range', { status: 600 }],
    ['a header of two lines', { headers: { a: 'b\r\nc: d' } }],
    ['a header name with a blank', { headers: { 'a b': 'c' } }],
    ['a header that is no text', { headers: { a: 1 } }],
    ['a body that is no text', { body: {} }],
    ['a location of two lines', { redirect: '/\r\n/' }],
    ['a type that is no text', { contentType: 1 }],
    ['a flag that is a word', { reset: 'yes' }],
    ['another flag that is a word', { resetAfterHandling: 'yes' }],
    ['a drip that is a number', { drip: 1 }],
  ];
  test.each(malformed)('with %s is refused, and the one before stays', async (_what, fault) => {
    const { service, client } = await startPractice();
    service.setFault({ status: 418 });
    expect(() => service.setFault(fault as Fault)).toThrow(TypeError);
    expect((await client.sendUnchecked(user)).status).toBe(418);
  });
});
