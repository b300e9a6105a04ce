import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { httpServer } from './hostile-server';
import { send } from './send';

// In a file of its own, so that no other test's memory counts.
it('a gzip bomb of 200 MB ends at the cap and costs less than 64 MB', async () => {
  const bomb = Buffer.concat(Array<Buffer>(200).fill(gzipSync(Buffer.alloc(1024 * 1024))));
  const server = await httpServer((_request, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(bomb);
  });
  const before = process.resourceUsage().maxRSS;
  expect(await send(server.url, { method: 'GET' })).toMatchObject({ status: 200, body: null });
  expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(64);
});
