import { describe, expect, test } from 'vitest';
import { startPractice } from '../practice-fixture';
import { appCode } from '../authenticator';

const CODES = '/user/otp/recovery-codes';

export function describeRecovery(): void {
  describe('recovery codes', () => {
    test('are not there until they are generated; then they are ten, and stay', async () => {
      const { client } = await startPractice();
      expect((await client.get(CODES)).status).toBe(404);
      const codes = await client.newRecoveryCodes();
      expect(codes).toHaveLength(10);
      expect((await client.get(CODES)).json).toEqual({ recovery_codes: codes });
    });

    test('leave the list as they are used', async () => {
      const { client } = await startPractice();
      const codes = await client.newRecoveryCodes();
      await client.verify(codes[3] ?? '');
      expect((await client.get(CODES)).json).toEqual({ recovery_codes: codes.toSpliced(3, 1) });
      for (const code of codes) await client.verify(code);
      const none = await client.get(CODES);
      expect([none.status, none.json]).toEqual([200, { recovery_codes: [] }]);
    });

    test('are void once new ones are generated', async () => {
      const { client } = await startPractice();
      const older = await client.newRecoveryCodes();
      const newer = await client.newRecoveryCodes();
      expect(newer.filter((code) => older.includes(code))).toEqual([]);
      expect((await client.verify(older[0] ?? '')).words).toBe('The code is not valid');
      expect((await client.verify(newer[0] ?? '')).status).toBe(204);
    });

    test('need a phone or an authenticator app', async () => {
      const { service, client, clock } = await startPractice({ phone: null });
      expect((await client.get(CODES)).status).toBe(422);
      expect((await client.post(CODES)).status).toBe(422);

      await service.setPhone('+1 555 0100');
      expect((await client.get(CODES)).status).toBe(404);

      await service.setPhone(null);
      const { otp_uri } = (await client.post('/user/otp/app/receive')).json as { otp_uri: string };
      await client.post('/user/otp/app', { 'x-otp-token': appCode(otp_uri, clock.now) });
      expect((await client.post(CODES)).status).toBe(200);
    });
  });
}
