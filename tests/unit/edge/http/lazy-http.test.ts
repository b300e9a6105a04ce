import { expect, it } from 'vitest';
import { lazyHttp } from '../../../../src-main/edge/http/lazy-http';
import { httpServer } from './hostile-server';

it('sends as the real thing does, from the first request on', async () => {
  const server = await httpServer((_request, response) => response.writeHead(204).end());
  const http = lazyHttp(() => Promise.resolve('DIRECT'));
  const request = {
    method: 'POST',
    url: `${server.url}/x`,
    headers: { 'x-auth-token': 't' },
    deadline: 5_000,
  } as const;
  const replies = await Promise.all([http.send(request), http.send(request)]);
  expect(replies.map(({ status }) => status)).toEqual([204, 204]);
  expect(server.received).toHaveLength(2);
});
