import { describe, expect, test } from 'vitest';
import { appCode } from '../authenticator';
import { type Practice, startPractice, wrongCode } from '../practice-fixture';
import type { RecordingClient } from '../recording-client';

const APP = '/user/otp/app';
const SMS = '/user/otp/sms';
const withCode = (code: string) => ({ 'x-otp-token': code });

async function factorOf(client: RecordingClient): Promise<unknown> {
  return ((await client.get('/user')).json as { two_factor_auth: unknown }).two_factor_auth;
}

async function receiveUri(client: RecordingClient): Promise<string> {
  return ((await client.post('/user/otp/app/receive')).json as { otp_uri: string }).otp_uri;
}

async function enableApp({ client, clock }: Practice): Promise<string> {
  const uri = await receiveUri(client);
  expect((await client.post(APP, withCode(appCode(uri, clock.now)))).status).toBe(200);
  return uri;
}

export function describeFactors(): void {
  describe('the second factor', () => {
    test('is SMS for a new account with a phone, and nothing without', async () => {
      expect(await factorOf((await startPractice()).client)).toBe('sms');
      const { service, client } = await startPractice({ phone: null });
      expect((await client.get('/user')).json).toMatchObject({ phone_number: null, two_factor_auth: '' });
      await service.setPhone('+1 555 0100');
      expect((await client.get('/user')).json).toMatchObject({ phone_number: '+1 555 0100' });
    });

    test('goes with the phone', async () => {
      const { service, client } = await startPractice();
      await service.setPhone(null);
      expect(await factorOf(client)).toBe('');
    });

    test('becomes the app when the app shows a code of the new secret', async () => {
      const { client, clock } = await startPractice();
      const tooEarly = await client.post(APP, withCode('123456'));
      expect([tooEarly.status, tooEarly.json]).toEqual([424, { errors: ['Invalid OTP'] }]);

      const uri = await receiveUri(client);
      const code = appCode(uri, clock.now);
      expect((await client.post(APP)).status).toBe(424);
      expect((await client.post(APP, withCode(wrongCode(code)))).status).toBe(424);
      expect(await factorOf(client)).toBe('sms');
      expect((await client.post(APP, withCode(code))).status).toBe(200);
      expect(await factorOf(client)).toBe('app');
      expect((await client.post(APP, withCode(code))).status).toBe(424);
    });

    test('gives a secret of its own each time, with issuer and account', async () => {
      const { client } = await startPractice();
      const [first, second] = [new URL(await receiveUri(client)), new URL(await receiveUri(client))];
      expect(first.searchParams.get('secret')).toMatch(/^[A-Z2-7]{32}$/);
      expect(first.searchParams.get('secret')).not.toBe(second.searchParams.get('secret'));
      expect(decodeURIComponent(first.pathname)).toBe('/Latchkey Practice:practice@example.test');
      expect(first.searchParams.get('issuer')).toBe('Latchkey Practice');
    });

    test('lets verify take a code of the app once, and none that is older', async () => {
      const practice = await startPractice();
      const { client, clock } = practice;
      const uri = await enableApp(practice);
      expect((await client.verify(appCode(uri, clock.now))).words).toBe('The code has already been used');
      clock.pass({ seconds: 60 });
      const code = appCode(uri, clock.now);
      expect((await client.verify(code)).status).toBe(204);
      expect((await client.verify(code)).words).toBe('The code has already been used');
      expect((await client.verify(appCode(uri, clock.now - 30_000))).words).toBe(
        'The code has already been used',
      );
    });

    test('allows the app clock to be 30 seconds off, and not more', async () => {
      const practice = await startPractice();
      const { client, clock } = practice;
      const uri = await enableApp(practice);
      clock.pass({ minutes: 10 });
      expect((await client.verify(appCode(uri, clock.now - 60_000))).status).toBe(400);
      expect((await client.verify(appCode(uri, clock.now + 60_000))).status).toBe(400);
      expect((await client.verify(appCode(uri, clock.now - 30_000))).status).toBe(204);
      expect((await client.verify(appCode(uri, clock.now + 30_000))).status).toBe(204);
    });

    test('stays the old app while a new secret is not proven', async () => {
      const practice = await startPractice();
      const { client, clock } = practice;
      const uri = await enableApp(practice);
      await receiveUri(client);
      clock.pass({ seconds: 30 });
      expect((await client.verify(appCode(uri, clock.now))).status).toBe(204);
    });

    test('becomes SMS with an SMS code alone', async () => {
      const practice = await startPractice();
      const { client, text } = practice;
      await enableApp(practice);
      const [recovery = ''] = await client.newRecoveryCodes();
      expect((await client.post(SMS)).status).toBe(424);
      expect((await client.post(SMS, withCode(recovery))).status).toBe(424);
      expect((await client.post(SMS, withCode(await text()))).status).toBe(200);
      expect(await factorOf(client)).toBe('sms');
    });

    test('is disabled with any live code, and only where it is enabled', async () => {
      const practice = await startPractice();
      const { client, text } = practice;
      const [recovery = ''] = await client.newRecoveryCodes();
      const code = await text();
      expect((await client.delete(APP, withCode(code))).status).toBe(404);
      expect((await client.delete(SMS)).status).toBe(424);
      expect((await client.delete(SMS, withCode(wrongCode(code)))).status).toBe(424);
      expect((await client.delete(SMS, withCode(code))).status).toBe(204);
      expect(await factorOf(client)).toBe('');
      expect((await client.delete(SMS, withCode(recovery))).status).toBe(404);

      await enableApp(practice);
      expect((await client.delete(APP, withCode(code))).status).toBe(424);
      expect((await client.delete(APP, withCode(recovery))).status).toBe(204);
      expect(await factorOf(client)).toBe('');
    });

    test('cannot be used to guess an SMS code', async () => {
      const { client, text } = await startPractice();
      const code = await text();
      for (const salt of [1, 2, 3, 4, 5]) await client.delete(SMS, withCode(wrongCode(code, salt)));
      expect((await client.verify(code)).words).toContain('too many attempts');
    });
  });
}
