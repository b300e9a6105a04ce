import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { undiciHttp } from '../../../../src-main/edge/http/http';
import { httpServer, rawServer } from './hostile-server';
import { path, send, token } from './send';

const cap = 256 * 1024;

describe('a request', () => {
  it('arrives as it was given, with a length of nothing and no body', async () => {
    const server = await httpServer((_request, response) => response.writeHead(204).end());
    expect(await send(server.url)).toMatchObject({ status: 204, body: '' });
    const [received = ''] = server.received;
    expect(received).toMatch(new RegExp(`^POST ${path}\n`));
    expect(received).toContain(`x-auth-token\n${token}`);
    expect(received.toLowerCase()).toContain('content-length\n0');
    expect(received.toLowerCase()).not.toMatch(/transfer-encoding|cookie|referer|origin/);
  });

  it('is made on a connection of its own each time', async () => {
    const ports = new Set<number | undefined>();
    const server = await httpServer((request, response) => {
      ports.add(request.socket.remotePort);
      response.writeHead(204).end();
    });
    const http = undiciHttp(() => Promise.resolve('DIRECT'));
    for (let times = 0; times < 3; times += 1) {
      await http.send({ method: 'POST', url: server.url + path, headers: {}, deadline: 5_000 });
    }
    expect(ports.size).toBe(3);
  });

  it('tells the proxy resolver the origin alone, for the path may hold a code', async () => {
    const asked: string[] = [];
    const http = undiciHttp((url) => {
      asked.push(url);
      return Promise.reject(new Error('no proxy'));
    });
    const url = `https://service.test${path}`;
    await expect(http.send({ method: 'POST', url, headers: {}, deadline: 5_000 })).rejects.toThrow();
    expect(asked).toEqual(['https://service.test']);
  });
});

describe('a reply', () => {
  it.each([200, 201, 204, 300, 304, 400, 401, 404, 422, 424, 429, 500, 502])(
    'keeps its status %d',
    async (status) => {
      const server = await httpServer((_request, response) => response.writeHead(status).end());
      expect(await send(server.url)).toMatchObject({ status, body: '' });
    },
  );

  it('has its headers by lower-case name', async () => {
    const server = await httpServer((_request, response) =>
      response.writeHead(429, { 'Retry-After': '30', 'X-RateLimit-Reset': '1700000000' }).end(),
    );
    expect((await send(server.url)).headers).toMatchObject({
      'retry-after': '30',
      'x-ratelimit-reset': '1700000000',
    });
  });

  it.each([
    ['plain', undefined, (text: string) => Buffer.from(text)],
    ['gzip', 'gzip', (text: string) => gzipSync(text)],
    ['deflate', 'deflate', (text: string) => deflateSync(text)],
    ['brotli', 'br', (text: string) => brotliCompressSync(text)],
  ])('is decoded: %s', async (_name, encoding, encode) => {
    const server = await httpServer((_request, response) => {
      if (encoding !== undefined) response.setHeader('content-encoding', encoding);
      response.end(encode('{"error":"Ungültig"}'));
    });
    expect((await send(server.url)).body).toBe('{"error":"Ungültig"}');
  });

  it.each<[string, Buffer, boolean]>([
    ['as long as may be', Buffer.alloc(cap, 'x'), true],
    ['one byte too long', Buffer.alloc(cap + 1, 'x'), false],
    ['much too long', Buffer.alloc(20 * cap, 'x'), false],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), false],
    ['UTF-8 that is cut off', Buffer.from('ü').subarray(0, 1), false],
    ['Latin-1', Buffer.from('ungültig', 'latin1'), false],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff{}'), true],
  ])('has a body that is %s', async (_what, body, isRead) => {
    const server = await httpServer((_request, response) => response.end(body));
    const reply = await send(server.url);
    expect(reply.status).toBe(200);
    expect(reply.body === null ? null : reply.body.length > 0).toBe(isRead ? true : null);
  });

  it.each([
    ['gzip that is none', 'content-encoding: gzip\r\n', 'not gzip at all'],
    ['an encoding that nobody knows', 'content-encoding: gzip, gzip, gzip, gzip, gzip, gzip\r\n', 'x'],
  ])('has no body that can be read when it is %s', async (_what, header, body) => {
    const server = await rawServer(
      `HTTP/1.1 200 OK\r\n${header}content-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    );
    const outcome = await send(server.url).then(
      (reply) => reply.body,
      (error: unknown) => String(error),
    );
    expect([null, 'HttpFailure: broken-off']).toContain(outcome);
  });

  it('with a JSON 100,000 deep is only a text', async () => {
    const deep = '['.repeat(100_000);
    const server = await httpServer((_request, response) => response.end(deep));
    expect((await send(server.url)).body).toBe(deep);
  });

  it('of a captive portal is a status and a text like any other', async () => {
    const server = await httpServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Wi-Fi</title>'),
    );
    expect(await send(server.url)).toMatchObject({
      status: 200,
      body: '<!doctype html><title>Wi-Fi</title>',
    });
  });
});
