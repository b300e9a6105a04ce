import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { appCode } from '../authenticator';
import { startPractice, temporaryFolder } from '../practice-fixture';

export function describeUnsaved(): void {
  describe('a state that cannot be saved', () => {
    test('makes every call that would change it answer 500 and do nothing', async () => {
      const folder = join(await temporaryFolder(), 'state');
      const onFailure = vi.fn();
      const { service, client, clock, text } = await startPractice({
        stateFile: join(folder, 'state.json'),
        onFailure,
      });
      const codes = await client.newRecoveryCodes();
      const sms = await text();
      const { otp_uri } = (await client.post('/user/otp/app/receive')).json as { otp_uri: string };
      clock.pass({ seconds: 30 });
      const [code = '', other = ''] = codes;
      const app = appCode(otp_uri, clock.now);

      const attempts = [
        ['POST', '/user/otp/sms/receive', ''],
        ['POST', `/user/otp/verify/${code}`, ''],
        ['POST', '/user/otp/recovery-codes', ''],
        ['POST', '/user/otp/app/receive', ''],
        ['POST', '/user/otp/app', app],
        ['POST', '/user/otp/sms', sms],
        ['DELETE', '/user/otp/sms', code],
      ] as const;
      const attempt = async (rows: readonly (readonly [string, string, string])[]) => {
        for (const [method, path, otp] of rows) {
          expect((await client.send({ method, path, headers: { 'x-otp-token': otp } })).status).toBe(500);
        }
      };

      await rename(folder, `${folder}-away`);
      await attempt(attempts);
      expect((await client.get('/user/otp/recovery-codes')).json).toEqual({ recovery_codes: codes });
      expect(service.messages()).toHaveLength(1);
      expect(onFailure).toHaveBeenCalledTimes(attempts.length);
      expect(onFailure.mock.calls[0]?.[0]).toMatchObject({ code: 'ENOENT' });

      await rename(`${folder}-away`, folder);
      expect((await client.verify(code)).status).toBe(204);
      expect((await client.post('/user/otp/app', { 'x-otp-token': app })).status).toBe(200);

      await rename(folder, `${folder}-away`);
      await attempt([['DELETE', '/user/otp/app', other]]);
      expect((await client.get('/user')).json).toMatchObject({ two_factor_auth: 'app' });
    });
  });
}
