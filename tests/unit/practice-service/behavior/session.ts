import { describe, expect, test } from 'vitest';
import { startPractice } from '../practice-fixture';

interface Session {
  readonly token: string;
  readonly expires_at: string;
  readonly user: unknown;
}

export function describeSession(): void {
  describe('a session token', () => {
    test('comes with a verified code, and works like a token until it expires', async () => {
      const { client, clock, text } = await startPractice({ sessionTokens: true });
      const reply = await client.verify(await text());
      expect(reply.status).toBe(200);
      const { token, expires_at, user } = reply.json as Session;
      expect(user).toEqual((await client.get('/user')).json);
      expect(Date.parse(expires_at)).toBe(clock.now + 60 * 60_000);

      const inSession = client.withToken(token);
      expect((await inSession.post('/user/otp/recovery-codes')).status).toBe(200);
      clock.now = Date.parse(expires_at) - 1;
      expect((await inSession.get('/user')).status).toBe(200);
      clock.now = Date.parse(expires_at);
      expect((await inSession.get('/user')).status).toBe(401);
    });

    test('leaves the ones before it valid', async () => {
      const { client } = await startPractice({ sessionTokens: true });
      const [one = '', two = ''] = await client.newRecoveryCodes();
      const first = (await client.verify(one)).json as Session;
      const second = (await client.verify(two)).json as Session;
      expect(second.token).not.toBe(first.token);
      for (const { token } of [first, second]) {
        expect((await client.withToken(token).get('/user')).status).toBe(200);
      }
    });

    test('is not given for a wrong code', async () => {
      const { client } = await startPractice({ sessionTokens: true });
      expect((await client.verify('123456')).status).toBe(400);
    });
  });
}
