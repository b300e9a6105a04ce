import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { startPracticeService } from '../../../src-main/practice-service/server';
import { startPractice, TOKEN } from './practice-fixture';
import { errorStatus, sendBytes } from './raw-socket';

const LARGE = 'x'.repeat(64 * 1024);
const HEAD = `Host: localhost\r\nX-Auth-Token: ${TOKEN}\r\nConnection: close\r\n`;

describe('the service, when asked badly,', () => {
  test.each([
    ['noise', 'hello\r\n\r\n', 400],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['a header too large', `GET /metal/v1/user HTTP/1.1\r\n${HEAD}A: ${LARGE}\r\n\r\n`, 431],
    ['an address too long', `GET /metal/v1/user?${LARGE} HTTP/1.1\r\n${HEAD}\r\n`, 431],
    [
      'two lengths',
      `POST /metal/v1/user HTTP/1.1\r\n${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
      400,
    ],
    ['no host', 'GET /metal/v1/user HTTP/1.1\r\nConnection: close\r\n\r\n', 403],
    ['no host in HTTP/1.0', 'GET /metal/v1/user HTTP/1.0\r\n\r\n', 403],
    ['an absolute address', `GET http://evil.example/metal/v1/user HTTP/1.1\r\n${HEAD}\r\n`, 404],
    ['an asterisk', `OPTIONS * HTTP/1.1\r\n${HEAD}\r\n`, 404],
    ['a path that climbs', `GET /metal/v1/../v1/user HTTP/1.1\r\n${HEAD}\r\n`, 404],
    ['another base path', `GET /v1/user HTTP/1.1\r\n${HEAD}\r\n`, 404],
    ['the bare base path', `GET /metal/v1 HTTP/1.1\r\n${HEAD}\r\n`, 404],
    ['an upgrade', `PATCH /metal/v1/user HTTP/1.1\r\n${HEAD}Upgrade: websocket\r\n\r\n`, 405],
    ['a zero byte in the code', `POST /metal/v1/user/otp/verify/%00 HTTP/1.1\r\n${HEAD}\r\n`, 400],
  ])('answers %s with an error, and goes on', async (_what, bytes, status) => {
    const { service, client } = await startPractice();
    expect(errorStatus(await sendBytes(service.url, bytes))).toBe(status);
    expect((await client.get('/user')).status).toBe(200);
  });

  test.each([
    [
      'a broken chunk',
      `POST /metal/v1/user/otp/sms/receive HTTP/1.1\r\n${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    ],
    ['a tunnel', `CONNECT evil.example:443 HTTP/1.1\r\n${HEAD}\r\n`],
  ])('does no work for %s, and goes on', async (_what, bytes) => {
    const onFailure = vi.fn();
    const { service, client } = await startPractice({ onFailure });
    await sendBytes(service.url, bytes);
    expect((await client.get('/user')).status).toBe(200);
    expect(service.messages()).toEqual([]);
    expect(onFailure).not.toHaveBeenCalled();
  });

  test('cuts off a body that does not end, and goes on', async () => {
    const { service, client } = await startPractice();
    const endless = { method: 'POST', path: '/user/otp/sms/receive', body: 'x'.repeat(8 * 1024 * 1024) };
    await expect(client.send(endless)).rejects.toThrow(/ECONNRESET|EPIPE|hang up/);
    expect(service.messages()).toEqual([]);
    expect((await client.get('/user')).status).toBe(200);
  });

  test('takes two requests on one connection', async () => {
    const { service } = await startPractice();
    const request = (more: string) =>
      `GET /metal/v1/user HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: ${TOKEN}\r\n${more}\r\n`;
    const answers = await sendBytes(service.url, request('') + request('Connection: close\r\n'));
    expect(answers.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });
});

describe('the port', () => {
  test('is taken from the options, and refused when taken', async () => {
    const { service } = await startPractice();
    const port = Number(new URL(service.url).port);
    expect(service.url).toBe(`http://127.0.0.1:${port}/metal/v1`);
    await expect(startPracticeService({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });

    await service.close();
    expect((await startPractice({ port })).service.url).toBe(service.url);
  });

  // Elsewhere 127.0.0.2 is no address of this computer.
  test.skipIf(process.platform !== 'linux')('listens on no other address', async () => {
    const { service } = await startPractice();
    const refused = new Promise((resolve) => {
      connect(Number(new URL(service.url).port), '127.0.0.2')
        .on('error', resolve)
        .on('connect', () => resolve('connected'));
    });
    expect(await refused).toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('is closed even while a request is half sent', async () => {
    const { service } = await startPractice();
    const { hostname, port } = new URL(service.url);
    const whole = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
    const half = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n';
    const socket = connect(Number(port), hostname, () => socket.write(whole + half));
    const cut = once(socket, 'close');
    // The answer to the whole one tells that the half one has arrived too.
    await once(socket, 'data');
    await service.close();
    await cut;
    expect(socket.destroyed).toBe(true);
  });

  test('is free once the service is closed, as often as that is asked', async () => {
    const { service, client } = await startPractice();
    await Promise.all([service.close(), service.close()]);
    await service.close();
    await expect(client.get('/user')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('is not opened for a token that no header can carry', async () => {
    for (const token of ['', 'two words', 'café', 'line\n']) {
      await expect(startPracticeService({ tokens: [token] })).rejects.toThrow(TypeError);
    }
  });
});
