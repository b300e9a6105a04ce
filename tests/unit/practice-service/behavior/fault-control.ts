import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../../src-main/practice-service/server';
import { startPractice } from '../practice-fixture';

const PATH = '/practice/fault';

export function describeFaultControl(): void {
  describe('faults over HTTP', () => {
    test('are set and taken away, without a token', async () => {
      const { client } = await startPractice({ allowFaults: true });
      const fault: Fault = { on: 'GET /user', status: 503 };
      const anyone = client.withToken('');
      expect((await anyone.send({ method: 'PUT', path: PATH, body: JSON.stringify(fault) })).status).toBe(
        204,
      );
      expect((await client.sendUnchecked({ method: 'GET', path: '/user' })).status).toBe(503);
      expect((await anyone.delete(PATH)).status).toBe(204);
      expect((await client.get('/user')).status).toBe(200);
    });

    test('are refused when malformed, and change nothing', async () => {
      const { client } = await startPractice({ allowFaults: true });
      for (const body of [
        '',
        '{',
        'null',
        '[]',
        '"reset"',
        '{"statos":503}',
        '{"status":"503"}',
        '{"on":"GET /usr"}',
      ]) {
        expect((await client.send({ method: 'PUT', path: PATH, body })).status).toBe(400);
      }
      expect((await client.get('/user')).status).toBe(200);
    });

    test('are not served unless asked for', async () => {
      const { client } = await startPractice();
      expect((await client.send({ method: 'PUT', path: PATH, body: '{"status":503}' })).status).toBe(404);
      expect((await client.delete(PATH)).status).toBe(404);
      expect((await client.get('/user')).status).toBe(200);
    });

    test('are not noted among the requests to the API', async () => {
      const { service, client } = await startPractice({ allowFaults: true });
      await client.delete(PATH);
      expect(service.seen()).toEqual([]);
    });
  });
}
