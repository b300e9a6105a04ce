import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startPractice, temporaryFolder, wrongCode } from '../practice-fixture';

export function describeVerify(): void {
  describe('verify', () => {
    test('takes the SMS code once', async () => {
      const { client, text } = await startPractice();
      const code = await text();
      expect((await client.verify(code)).status).toBe(204);
      const again = await client.verify(code);
      expect([again.status, again.words]).toEqual([400, 'The code has already been used']);
    });

    test('takes one of two requests that come at once, though saving takes a while', async () => {
      const stateFile = join(await temporaryFolder(), 'state.json');
      const { client, text } = await startPractice({ stateFile });
      const code = await text();
      const replies = await Promise.all([client.verify(code), client.verify(code)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([204, 400]);
    });

    test('takes the newest code alone', async () => {
      const { client, clock, text } = await startPractice();
      const older = await text();
      clock.pass({ seconds: 30 });
      const newer = await text();
      expect((await client.verify(older)).words).toBe('The code is not valid');
      expect((await client.verify(newer)).status).toBe(204);
    });

    test('takes a code for less than five minutes', async () => {
      const { client, clock, text } = await startPractice();
      const late = await text();
      clock.pass({ minutes: 5 });
      const expired = await client.verify(late);
      expect([expired.status, expired.words]).toEqual([400, expect.stringContaining('has expired')]);

      const timely = await text();
      clock.pass({ minutes: 4, seconds: 59, milliseconds: 999 });
      expect((await client.verify(timely)).status).toBe(204);
    });

    test('refuses a code that was made to expire', async () => {
      const { service, client, text } = await startPractice();
      const code = await text();
      await service.expireCodes();
      expect((await client.verify(code)).words).toContain('has expired');
    });

    test('blocks a code with the fifth wrong try, until the next code', async () => {
      const { client, clock, text } = await startPractice();
      const code = await text();
      for (const salt of [1, 2, 3, 4]) {
        expect((await client.verify(wrongCode(code, salt))).words).toBe('The code is not valid');
      }
      expect((await client.verify(wrongCode(code, 5))).words).toContain('too many attempts');
      const right = await client.verify(code);
      expect([right.status, right.words]).toEqual([400, expect.stringContaining('too many attempts')]);

      clock.pass({ seconds: 30 });
      expect((await client.verify(await text())).status).toBe(204);
    });

    test('takes the right code after four wrong tries', async () => {
      const { client, text } = await startPractice();
      const code = await text();
      for (const salt of [1, 2, 3, 4]) await client.verify(wrongCode(code, salt));
      expect((await client.verify(code)).status).toBe(204);
    });

    test('refuses any code when none was sent', async () => {
      const { client } = await startPractice();
      const reply = await client.verify('123456');
      expect([reply.status, reply.words]).toEqual([400, 'The code is not valid']);
    });

    test('reads a percent-encoded code', async () => {
      const { client, text } = await startPractice();
      const encoded = (await text()).replace(/\d/g, '%3$&');
      expect((await client.post(`/user/otp/verify/${encoded}`)).status).toBe(204);
      expect((await client.post('/user/otp/verify/a%2Fb')).words).toBe('The code is not valid');
    });

    test.each(['%', '%zz', '%E0%A4%A', '%FF'])(
      'refuses the malformed code %s, and not as a try',
      async (code) => {
        const { client, text } = await startPractice();
        const right = await text();
        for (let times = 0; times < 5; times += 1) {
          const reply = await client.post(`/user/otp/verify/${code}`);
          expect([reply.status, reply.words]).toEqual([400, 'The code is not properly percent-encoded']);
        }
        expect((await client.verify(right)).status).toBe(204);
      },
    );

    test('takes a recovery code once', async () => {
      const { client } = await startPractice();
      const [code = ''] = await client.newRecoveryCodes();
      expect((await client.verify(code)).status).toBe(204);
      expect((await client.verify(code)).words).toBe('The code has already been used');
    });

    test('answers a wrong code with 401 where told, which GET /user tells from a bad token', async () => {
      const { client } = await startPractice({ wrongCodeStatus: 401 });
      const wrong = await client.verify('123456');
      expect([wrong.status, wrong.words]).toEqual([401, 'The code is not valid']);
      expect((await client.get('/user')).status).toBe(200);

      const stranger = client.withToken('stranger');
      expect((await stranger.verify('123456')).words).toBe('Invalid authentication token');
      expect((await stranger.get('/user')).status).toBe(401);
    });
  });
}
