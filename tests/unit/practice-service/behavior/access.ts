import { describe, expect, test } from 'vitest';
import { operations } from '../openapi';
import { startPractice, TOKEN } from '../practice-fixture';

const served = operations.map(({ method, path }) => ({ method, path: path.replace('{otp}', '123456') }));
const calls = served.filter(({ path }) => !path.startsWith('/practice/'));
const paths = [...new Set(served.map(({ path }) => path))];

export function describeAccess(): void {
  describe('access', () => {
    test.each(calls)('$method $path needs a good token', async (call) => {
      const { client } = await startPractice();
      for (const token of ['', 'stranger', `${TOKEN}x`, TOKEN.slice(1), `Bearer${TOKEN}`]) {
        const reply = await client.withToken(token).send(call);
        expect([reply.status, reply.json]).toEqual([401, { error: 'Invalid authentication token' }]);
      }
    });

    test.each(served)('$method $path is not for web pages', async (call) => {
      const { client } = await startPractice({ allowFaults: true });
      for (const headers of [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { Host: 'evil.example' },
        { Host: 'localhost.evil.example:80' },
        { Host: '127.0.0.1@evil.example' },
      ]) {
        expect((await client.send({ ...call, headers })).status).toBe(403);
      }
    });

    test.each(served)('$method $path takes no large body', async (call) => {
      const { client } = await startPractice({ allowFaults: true });
      const reply = await client.send({ ...call, body: 'x'.repeat(64 * 1024 + 1) });
      expect(reply.status).toBe(413);
    });

    test.each(paths)('%s has no other methods', async (path) => {
      const { client } = await startPractice({ allowFaults: true });
      for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS']) {
        if (served.some((call) => call.path === path && call.method === method)) continue;
        expect((await client.send({ method, path })).status).toBe(405);
      }
    });

    test.each([
      '/',
      '/users',
      '/user/',
      '//user',
      '/user/otp',
      '/user/otp/verify/',
      '/user/otp/verify/1/2',
      '/practice/x',
    ])('%s is not found', async (path) => {
      const { client } = await startPractice();
      expect((await client.get(path)).status).toBe(404);
      expect((await client.post(path)).status).toBe(404);
    });

    test('passes with the name localhost, after Bearer, with a query, and with a body that nobody reads', async () => {
      const { service, client } = await startPractice();
      const host = new URL(service.url).host.replace('127.0.0.1', 'LOCALHOST');
      expect((await client.get('/user', { Host: host })).status).toBe(200);
      expect((await client.get('/user', { Host: 'localhost' })).status).toBe(200);
      expect((await client.withToken(`Bearer ${TOKEN}`).get('/user')).status).toBe(200);
      expect((await client.sendUnchecked({ method: 'GET', path: '/user?include=x' })).status).toBe(200);
      const post = { method: 'POST', path: '/user/otp/sms/receive', body: 'x'.repeat(64 * 1024) };
      expect((await client.send(post)).status).toBe(204);
    });

    test('is given to a token that is allowed later', async () => {
      const { service, client } = await startPractice({ tokens: [] });
      expect((await client.get('/user')).status).toBe(401);
      await service.allowToken(TOKEN);
      expect((await client.get('/user')).status).toBe(200);
      await expect(service.allowToken('')).rejects.toThrow(TypeError);
      await expect(service.allowToken('two words')).rejects.toThrow(TypeError);
    });

    test('is noted, with every code masked', async () => {
      const { service, client } = await startPractice();
      await client.get('/user');
      await client.verify('123456');
      await client.withToken('stranger').verify('a/b');
      await client.post('/user/otp/verify/123456/7');
      expect(service.seen()).toEqual([
        { method: 'GET', path: '/user' },
        ...Array.from({ length: 3 }, () => ({ method: 'POST', path: '/user/otp/verify/{otp}' })),
      ]);
    });
  });
}
