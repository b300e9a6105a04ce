import { describe, expect, test, vi } from 'vitest';
import { startPractice } from '../practice-fixture';

const RECEIVE = '/user/otp/sms/receive';

export function describeSms(): void {
  describe('a code by SMS', () => {
    test('goes to the phone of the account, once, as six digits', async () => {
      const onMessage = vi.fn();
      const { service, client, clock } = await startPractice({ onMessage });
      expect((await client.post(RECEIVE)).status).toBe(204);
      const message = { at: clock.now, to: '+1 555 0100', code: expect.stringMatching(/^\d{6}$/) as string };
      expect(service.messages()).toEqual([message]);
      expect(onMessage.mock.calls).toEqual([[message]]);
    });

    test('is sent once in 30 seconds', async () => {
      const { service, client, clock } = await startPractice();
      const sentAt = clock.now;
      const first = await client.post(RECEIVE);
      const reset = String(Math.ceil((sentAt + 30_000) / 1000));
      expect(first.headers['x-ratelimit-reset']).toBe(reset);

      const second = await client.post(RECEIVE);
      expect(second.status).toBe(429);
      expect(second.headers).toMatchObject({ 'retry-after': '30', 'x-ratelimit-reset': reset });

      clock.pass({ seconds: 29, milliseconds: 1 });
      const third = await client.post(RECEIVE);
      expect([third.status, third.headers['retry-after']]).toEqual([429, '1']);

      clock.pass({ milliseconds: 999 });
      expect((await client.post(RECEIVE)).status).toBe(204);
      expect(service.messages()).toHaveLength(2);
    });

    test('can be asked for after the clock was set back', async () => {
      const { client, clock } = await startPractice();
      await client.post(RECEIVE);
      clock.pass({ minutes: -60 });
      expect((await client.post(RECEIVE)).status).toBe(204);
    });

    test('needs a phone', async () => {
      const { service, client } = await startPractice({ phone: null });
      expect((await client.post(RECEIVE)).status).toBe(422);
      expect(service.messages()).toEqual([]);

      await service.setPhone('+49 30 901820');
      expect((await client.post(RECEIVE)).status).toBe(204);
      expect(service.messages().at(-1)?.to).toBe('+49 30 901820');
    });

    test('dies when the phone changes', async () => {
      const { service, client, text } = await startPractice();
      const code = await text();
      await service.setPhone('+1 555 0199');
      expect((await client.verify(code)).status).toBe(400);
    });
  });
}
