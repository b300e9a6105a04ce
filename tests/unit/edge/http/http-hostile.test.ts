import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { closedPort, httpServer, tcpServer } from './hostile-server';
import { kindOf, send } from './send';

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

/** Writes one more piece every few milliseconds until the other side has had enough. */
function drip(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), 10);
  socket.on('close', () => clearInterval(timer));
}

/** Writes as much as the other side takes, without an end. */
function pour(socket: Socket, piece: string): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', more);
  more();
}

describe('a server that', () => {
  it('is not there is unreachable', async () => {
    expect(await kindOf(send(`http://127.0.0.1:${await closedPort()}`))).toBe('unreachable');
  });

  it('has a name that nobody knows is unreachable', async () => {
    expect(await kindOf(send('http://service.invalid'))).toBe('unreachable');
  });

  it('falls silent after the request is given up at the deadline', async () => {
    const server = await tcpServer(() => undefined);
    expect(await kindOf(send(server.url, { deadline: 200 }))).toBe('timed-out');
    expect(server.received).toHaveLength(1);
  });

  it('drips headers is given up at the deadline', async () => {
    const server = await tcpServer((socket) => {
      socket.write(head);
      drip(socket, 'x-more: 1\r\n');
    });
    const start = performance.now();
    expect(await kindOf(send(server.url, { deadline: 300 }))).toBe('timed-out');
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('drips a body is given up at the deadline, with its status known', async () => {
    const server = await tcpServer((socket) => {
      socket.write(`${head}content-length: 100000\r\n\r\n`);
      drip(socket, ' ');
    });
    const start = performance.now();
    expect(await send(server.url, { deadline: 300 })).toMatchObject({ status: 200, body: null });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('never ends its body is cut off at the cap, long before the deadline', async () => {
    let isClosed: () => void;
    const closed = new Promise<void>((resolve) => (isClosed = resolve));
    const server = await tcpServer((socket) => {
      socket.on('close', () => isClosed());
      socket.write(`${head}\r\n`);
      pour(socket, 'x'.repeat(64 * 1024));
    });
    expect(await send(server.url, { deadline: 60_000 })).toMatchObject({ status: 200, body: null });
    await closed;
  });

  it('never ends its headers is broken off', async () => {
    const server = await tcpServer((socket) => {
      socket.write(head);
      pour(socket, `x-more: ${'x'.repeat(8_000)}\r\n`);
    });
    expect(await kindOf(send(server.url, { deadline: 60_000 }))).toBe('broken-off');
  });

  it.each([
    ['resets the connection without a reply', (socket: Socket) => socket.resetAndDestroy()],
    ['closes the connection without a reply', (socket: Socket) => socket.end()],
    ['closes amid the status', (socket: Socket) => socket.end('HTTP/1.1 2')],
    ['closes amid the headers', (socket: Socket) => socket.end(head)],
    ['speaks another protocol', (socket: Socket) => socket.end('220 mail.test ESMTP\r\n')],
    ['sends nothing but NULs', (socket: Socket) => socket.end('\u0000'.repeat(1_000))],
    ['gives a length that is none', (socket: Socket) => socket.end(`${head}content-length: -1\r\n\r\n`)],
  ])('%s is broken off, after exactly one request', async (_what, act) => {
    const server = await tcpServer(act);
    expect(await kindOf(send(server.url))).toBe('broken-off');
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.match(/POST /g)).toHaveLength(1);
  });

  it('resets the connection before the request is not taken for one that answered', async () => {
    const server = await tcpServer(
      () => undefined,
      (socket) => socket.resetAndDestroy(),
    );
    // It may come before the first byte of the request leaves, or after it.
    expect(['unreachable', 'broken-off']).toContain(await kindOf(send(server.url)));
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['closes amid the body', `${head}content-length: 100\r\n\r\n{"half":`],
    ['closes amid a chunk', `${head}transfer-encoding: chunked\r\n\r\nff\r\n{"half":`],
  ])('%s has answered, without a body', async (_what, bytes) => {
    const server = await tcpServer((socket) => socket.end(bytes));
    expect(await send(server.url)).toMatchObject({ status: 200, body: null });
    expect(server.received).toHaveLength(1);
  });

  it('resets amid the body has answered, without a body', async () => {
    const server = await tcpServer((socket) => {
      socket.write(`${head}content-length: 100\r\n\r\n{"half":`, () => socket.resetAndDestroy());
    });
    const outcome = await send(server.url).then(
      ({ status, body }) => ({ status, body }),
      (error: unknown) => String(error),
    );
    // A reset may overtake what was sent before it.
    expect([{ status: 200, body: null }, 'HttpFailure: broken-off']).toContainEqual(outcome);
    expect(server.received).toHaveLength(1);
  });

  // Under undici's fetch this was an exception that nobody could catch: it took the whole process along.
  it('resets amid more than anybody reads at once does no harm', async () => {
    const bomb = Buffer.concat(Array<Buffer>(300).fill(gzipSync(Buffer.alloc(1024 * 1024))));
    const server = await tcpServer((socket) => {
      socket.write(`${head}content-encoding: gzip\r\n\r\n`);
      socket.write(bomb, () => socket.resetAndDestroy());
    });
    for (let times = 0; times < 3; times += 1) {
      expect(await send(server.url)).toMatchObject({ status: 200, body: null });
    }
  });

  it('sends early hints is waited for', async () => {
    const server = await tcpServer((socket) =>
      socket.end('HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n'),
    );
    expect(await send(server.url)).toMatchObject({ status: 204 });
  });

  it('sends early hints and nothing more has not answered', async () => {
    const server = await tcpServer((socket) => socket.end('HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n'));
    expect(await kindOf(send(server.url))).toBe('broken-off');
  });

  it('switches protocols is broken off', async () => {
    const server = await tcpServer((socket) =>
      socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    );
    expect(await kindOf(send(server.url))).toBe('broken-off');
  });

  it('sends a second answer after the first is heard once', async () => {
    const server = await tcpServer((socket) =>
      socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 2\r\n\r\n{}HTTP/1.1 204 No Content\r\n\r\n'),
    );
    expect(await send(server.url)).toMatchObject({ status: 400, body: '{}' });
  });

  it('answers and closes at once gets a second POST on a new connection, and each arrives once', async () => {
    const server = await tcpServer((socket) =>
      socket.end('HTTP/1.1 204 No Content\r\nconnection: keep-alive\r\nkeep-alive: timeout=60\r\n\r\n'),
    );
    expect(await send(server.url)).toMatchObject({ status: 204 });
    expect(await send(server.url)).toMatchObject({ status: 204 });
    expect(server.received.map((bytes) => bytes.match(/POST /g)?.length)).toEqual([1, 1]);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'by %d is refused: the token never reaches the other server',
    async (status) => {
      const other = await httpServer((_request, response) => response.writeHead(204).end());
      const server = await httpServer((_request, response) =>
        response.writeHead(status, { location: `${other.url}/elsewhere` }).end(),
      );
      for (const method of ['GET', 'POST'] as const) {
        expect(await kindOf(send(server.url, { method }))).toBe('redirected');
      }
      expect(server.received).toHaveLength(2);
      expect(other.received).toEqual([]);
    },
  );

  it.each(['', '/user', '//other.test', 'javascript:alert(1)', 'http://[', '\\\\other.test'])(
    'to %j is refused as well, and nothing is asked again',
    async (location) => {
      const server = await httpServer((_request, response) => response.writeHead(302, { location }).end());
      expect(await kindOf(send(server.url))).toBe('redirected');
      expect(server.received).toHaveLength(1);
    },
  );

  it('by a Refresh header or a page is no redirect', async () => {
    const other = await httpServer((_request, response) => response.writeHead(204).end());
    const server = await httpServer((_request, response) =>
      response
        .writeHead(200, { refresh: `0; url=${other.url}` })
        .end(`<meta http-equiv="refresh" content="0; url=${other.url}">`),
    );
    expect(await kindOf(send(server.url))).toBe('answered 200');
    expect(other.received).toEqual([]);
  });
});
