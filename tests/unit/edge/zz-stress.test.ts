import { createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { it } from 'vitest';
import { undiciHttp } from '/work/main/src-main/edge/http';
it('stress', async () => {
  const uncaught: unknown[] = [];
  process.on('uncaughtException', (e) => uncaught.push(e));
  const http = undiciHttp(() => Promise.resolve('DIRECT'));
  const member = gzipSync(Buffer.alloc(1024 * 1024));
  const acts: [string, (s: Socket, b: Buffer) => void][] = [
    ['end', (s, b) => s.end(b)],
    ['reset in callback', (s, b) => s.write(b, () => s.resetAndDestroy())],
    ['reset later', (s, b) => s.write(b, () => setTimeout(() => s.resetAndDestroy(), 1))],
    ['reset at once', (s, b) => { s.write(b); setImmediate(() => s.resetAndDestroy()); }],
    ['destroy', (s, b) => { s.write(b, () => s.destroy()); }],
    ['trickle then end', (s, b) => { let i = 0; const t = setInterval(() => { if (s.destroyed) return clearInterval(t); s.write(b.subarray(i, i += 20000)); if (i >= b.length) { clearInterval(t); s.resetAndDestroy(); } }, 1); }],
  ];
  for (const [header, body] of [['', Buffer.alloc(70_000, 'x')], ['', Buffer.alloc(130_000, 'x')], ['', Buffer.alloc(255_000, 'x')], ['content-encoding: gzip\r\n', Buffer.concat(Array(70).fill(member))], ['content-encoding: gzip\r\n', Buffer.concat(Array(300).fill(member))]] as [string, Buffer][])
  for (const [name, act] of acts) for (const frame of ['', 'content-length: 5000000\r\n', 'connection: close\r\n']) {
    const server = createServer((s) => { s.on('error', () => {}); s.once('data', () => act(s, Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${header}${frame}\r\n`), body]))); }).listen(0);
    await new Promise((r) => server.once('listening', r));
    const port = (server.address() as { port: number }).port;
    const results: Record<string, number> = {};
    const before = uncaught.length;
    for (let i = 0; i < 30; i++) {
      const r = await http.send({ method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {}, deadline: i % 2 ? 3 + i : 3000 }).then((x) => `${x.status} ${x.body === null ? 'null' : x.body.length}`, (e) => String(e));
      results[r] = (results[r] ?? 0) + 1;
    }
    await new Promise((r) => setTimeout(r, 30));
    if (uncaught.length > before) console.log(body.length, name, JSON.stringify(frame), JSON.stringify(results), 'uncaught', uncaught.length - before, (uncaught.at(-1) as Error).stack?.slice(0, 300));
    server.close();
  }
  console.log('total', uncaught.length);
}, 300_000);
