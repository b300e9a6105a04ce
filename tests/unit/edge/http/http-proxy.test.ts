import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { undiciHttp } from '../../../../src-main/edge/http/http';
import { sendByFirst } from '../../../../src-main/edge/http/send-by-first';
import { waysThrough } from '../../../../src-main/edge/http/ways';
import { closedPort, type HostileServer, httpServer, selfSignedServer, tcpServer } from './hostile-server';
import { kindOf, path, send, token } from './send';

/** A proxy as offices have them: it tunnels, and passes on what is not encrypted. `asked` is all that it was told. */
async function officeProxy(): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((incoming, response) => {
    asked.push([`${incoming.method} ${incoming.url}`, ...incoming.rawHeaders].join('\n'));
    incoming.pipe(
      request(
        (incoming.url ?? '').replace('service.test', '127.0.0.1'),
        { method: incoming.method, headers: incoming.headers },
        (reply) => {
          response.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(response);
        },
      ),
    );
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (incoming, client: Socket) => {
    asked.push([`CONNECT ${incoming.url}`, ...incoming.rawHeaders].join('\n'));
    const [host, port] = (incoming.url ?? '').split(':');
    const upstream = connect(Number(port), host === 'service.test' ? '127.0.0.1' : host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    for (const socket of [upstream, client]) socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

/** What is on this computer by its own name goes through no proxy. */
const named = ({ url, port }: HostileServer): string => `${url.split(':')[0] ?? ''}://service.test:${port}`;

const service = () => httpServer((_request, response) => response.end('{"ok":true}'));

describe('a proxy', () => {
  it.each([
    (port: number) => `PROXY 127.0.0.1:${port}`,
    (port: number) => `proxy 127.0.0.1:${port}`,
    (port: number) => `PROXY 127.0.0.1:${port}; DIRECT`,
    (port: number) => `  PROXY   127.0.0.1:${port} ;SOCKS 127.0.0.1:1`,
  ])('of the system carries the request, once', async (proxies) => {
    const [server, proxy] = await Promise.all([service(), officeProxy()]);
    expect(await send(named(server), { proxy: proxies(proxy.port) })).toMatchObject({
      status: 200,
      body: '{"ok":true}',
    });
    expect(proxy.asked).toHaveLength(1);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toContain(token);
  });

  it('that tunnels to an https service sees its name, and neither token nor code', async () => {
    const server = await selfSignedServer((_request, response) => response.writeHead(204).end());
    const proxy = await officeProxy();
    expect(await kindOf(send(named(server), { proxy: `PROXY 127.0.0.1:${proxy.port}` }))).toBe('not-trusted');
    expect(proxy.asked).toHaveLength(1);
    expect(proxy.asked[0]).toMatch(new RegExp(`^CONNECT service.test:${server.port}\n`));
    expect(proxy.asked[0]).not.toContain(token);
    expect(proxy.asked[0]).not.toContain(path);
    expect(server.received).toEqual([]);
  });

  it('over https whose certificate proves nothing is not trusted', async () => {
    const proxy = await selfSignedServer((_request, response) => response.writeHead(204).end());
    const server = await service();
    expect(await kindOf(send(named(server), { proxy: `HTTPS 127.0.0.1:${proxy.port}` }))).toBe('not-trusted');
    expect([proxy.received, server.received]).toEqual([[], []]);
  });

  it('that is not there leaves the service unreachable, and is not passed by where the system says so', async () => {
    const server = await service();
    const proxy = `PROXY 127.0.0.1:${await closedPort()}`;
    expect(await kindOf(send(named(server), { proxy }))).toBe('unreachable');
    expect(server.received).toEqual([]);
  });

  it.each([
    ['407 Proxy Authentication Required', 'proxy-unsupported'],
    ['403 Forbidden', 'unreachable'],
    ['502 Bad Gateway', 'unreachable'],
  ])('that answers %s has sent nothing on: %s', async (status, kind) => {
    const proxy = await tcpServer((socket) => socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\n\r\n`));
    const server = await service();
    expect(await kindOf(send(named(server), { proxy: `PROXY 127.0.0.1:${proxy.port}` }))).toBe(kind);
    expect(server.received).toEqual([]);
    expect(proxy.received[0]).not.toContain(token);
  });

  it('that falls silent is given up at the deadline, and nothing was sent on', async () => {
    const proxy = await tcpServer(() => undefined);
    const server = await service();
    expect(await kindOf(send(named(server), { proxy: `PROXY 127.0.0.1:${proxy.port}`, deadline: 200 }))).toBe(
      'unreachable',
    );
    expect(server.received).toEqual([]);
  });

  it.each([
    'SOCKS 127.0.0.1:1080',
    'SOCKS5 127.0.0.1:1080; QUIC x:443',
    'SOCKS4 x:1',
    'QUIC x:443',
    'nonsense',
  ])('%j is not supported, and not passed by', async (proxy) => {
    const server = await service();
    expect(await kindOf(send(named(server), { proxy }))).toBe('proxy-unsupported');
    expect(server.received).toEqual([]);
  });

  it.each(['PROXY', 'PROXY ', 'PROXY :::', 'PROXY host:99999', 'PROXY <script>', 'HTTPS /etc/passwd?'])(
    'with an address that is none, %j, is not supported',
    async (proxy) => {
      const server = await service();
      expect(['proxy-unsupported', 'unreachable']).toContain(await kindOf(send(named(server), { proxy })));
      expect(server.received).toEqual([]);
    },
  );

  it.each(['DIRECT', 'direct', ' DIRECT ; PROXY 127.0.0.1:1', ''])('is not used for %j', async (proxy) => {
    const server = await service();
    expect(await send(server.url, { proxy })).toMatchObject({ status: 200 });
  });
});

describe('a list of proxies', () => {
  const says = (answer: string) =>
    tcpServer((socket) => socket.end(`HTTP/1.1 ${answer}\r\ncontent-length: 0\r\n\r\n`));
  const answers = { status: 200, body: '{"ok":true}' };

  it('is gone through in its order, whatever keeps one from passing the request on', async () => {
    const [server, good, wantsName, isBroken] = await Promise.all([
      service(),
      officeProxy(),
      says('407 Proxy Authentication Required'),
      says('502 Bad Gateway'),
    ]);
    const proxy = [
      'SOCKS5 127.0.0.1:1080',
      `PROXY 127.0.0.1:${await closedPort()}`,
      `PROXY 127.0.0.1:${wantsName.port}`,
      `PROXY 127.0.0.1:${isBroken.port}`,
      `PROXY 127.0.0.1:${good.port}`,
      'DIRECT',
    ].join('; ');
    expect(await send(named(server), { proxy })).toMatchObject(answers);
    expect(good.asked).toHaveLength(1);
    expect(server.received).toHaveLength(1);
    for (const { received } of [wantsName, isBroken]) expect(received.join()).not.toContain(token);
  });

  it('goes on after one that says nothing, within the deadline', async () => {
    const [server, silent, good] = await Promise.all([service(), tcpServer(() => undefined), officeProxy()]);
    const proxy = `PROXY 127.0.0.1:${silent.port}; PROXY 127.0.0.1:${good.port}`;
    expect(await send(named(server), { proxy, deadline: 2_000 })).toMatchObject(answers);
    expect(silent.received.join()).not.toContain(token);
    expect(server.received).toHaveLength(1);
  });

  it('ends with the host itself where the system says so', async () => {
    const server = await service();
    const ways = waysThrough(`PROXY 127.0.0.1:${await closedPort()}; DIRECT`);
    const request = { method: 'GET', url: server.url + path, headers: {}, deadline: 5_000 } as const;
    expect(await sendByFirst(ways, request, new AbortController().signal)).toMatchObject(answers);
  });

  it.each(['', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n'])(
    'is at its end once anything was sent, after the answer %j',
    async (answer) => {
      const [server, good] = await Promise.all([tcpServer((socket) => socket.end(answer)), officeProxy()]);
      const proxy = `PROXY 127.0.0.1:${(await officeProxy()).port}; PROXY 127.0.0.1:${good.port}`;
      await kindOf(send(named(server), { proxy }));
      expect(good.asked).toEqual([]);
      expect(server.received).toHaveLength(1);
    },
  );

  it('is at its end where a certificate does not prove who is there', async () => {
    const server = await selfSignedServer((_request, response) => response.writeHead(204).end());
    const [first, second] = await Promise.all([officeProxy(), officeProxy()]);
    const proxy = `PROXY 127.0.0.1:${first.port}; PROXY 127.0.0.1:${second.port}`;
    expect(await kindOf(send(named(server), { proxy }))).toBe('not-trusted');
    expect([first.asked.length, second.asked.length]).toEqual([1, 0]);
  });
});

describe('a resolver of proxies that', () => {
  const request = {
    method: 'GET',
    url: `https://service.test${path}`,
    headers: { 'x-auth-token': token },
  } as const;

  it('fails leaves the service unreachable', async () => {
    const http = undiciHttp(() => Promise.reject(new Error(`no proxy for ${path}`)));
    expect(await kindOf(http.send({ ...request, deadline: 5_000 }))).toBe('unreachable');
  });

  it('hangs is given up at the deadline, and nothing was sent', async () => {
    const http = undiciHttp(() => new Promise(() => undefined));
    expect(await kindOf(http.send({ ...request, deadline: 50 }))).toBe('unreachable');
  });
});

it('an address that is none fails like one that cannot be reached', async () => {
  expect(await kindOf(send('nonsense'))).toBe('unreachable');
});
