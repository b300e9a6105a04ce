import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PracticeOptions } from '../../../src-main/practice-service/server';
import { appCode } from './authenticator';
import { Clock, type Practice, startPractice, temporaryFolder, TOKEN, wrongCode } from './practice-fixture';

/** A service with a state file, and a way to start the next one after it with the same clock. */
async function startWithFile(options: PracticeOptions = {}) {
  const stateFile = join(await temporaryFolder(), 'new', 'state.json');
  const clock = new Clock();
  const start = (more: PracticeOptions = {}) => startPractice({ stateFile, ...options, ...more }, clock);
  const first = await start();
  const restart = async (more: PracticeOptions = {}): Promise<Practice> => {
    await first.service.close();
    return await start({ tokens: [], ...more });
  };
  return { first, restart, stateFile };
}

describe('a restart', () => {
  test('keeps the token, the account and the phone', async () => {
    const { first, restart } = await startWithFile();
    await first.service.setPhone('+1 555 0199');
    await first.service.allowToken('later');
    const before = (await first.client.get('/user')).json;
    const { client } = await restart();
    expect((await client.get('/user')).json).toEqual(before);
    expect((await client.withToken('later').get('/user')).status).toBe(200);
    expect((await client.withToken('stranger').get('/user')).status).toBe(401);
  });

  test('keeps recovery codes, and which were used', async () => {
    const { first, restart } = await startWithFile();
    const codes = await first.client.newRecoveryCodes();
    await first.client.verify(codes[0] ?? '');
    const { client } = await restart();
    expect((await client.get('/user/otp/recovery-codes')).json).toEqual({ recovery_codes: codes.slice(1) });
    expect((await client.verify(codes[0] ?? '')).words).toContain('already been used');
  });

  test('keeps a waiting SMS code, its wrong tries and the pause before the next', async () => {
    const { first, restart } = await startWithFile();
    const code = await first.text();
    for (const salt of [1, 2, 3, 4]) await first.client.verify(wrongCode(code, salt));
    const { client } = await restart();
    expect((await client.post('/user/otp/sms/receive')).status).toBe(429);
    expect((await client.verify(wrongCode(code))).words).toContain('too many attempts');
  });

  test('keeps the authenticator app, and which of its codes was used', async () => {
    const { first, restart } = await startWithFile();
    const { otp_uri } = (await first.client.post('/user/otp/app/receive')).json as { otp_uri: string };
    const code = appCode(otp_uri, first.clock.now);
    await first.client.post('/user/otp/app', { 'x-otp-token': code });
    const { client, clock } = await restart();
    expect((await client.verify(code)).words).toContain('already been used');
    expect((await client.verify(appCode(otp_uri, clock.now + 30_000))).status).toBe(204);
  });

  test('keeps a session', async () => {
    const { first, restart } = await startWithFile({ sessionTokens: true });
    const { token } = (await first.client.verify(await first.text())).json as { token: string };
    const { client } = await restart();
    expect((await client.withToken(token).get('/user')).status).toBe(200);
  });

  test('changes the phone when told another', async () => {
    const { first, restart } = await startWithFile();
    const code = await first.text();
    const { client } = await restart({ phone: null });
    expect((await client.get('/user')).json).toMatchObject({ phone_number: null, two_factor_auth: '' });
    expect((await client.verify(code)).status).toBe(400);
  });

  test('is not troubled by what a crash left of a write', async () => {
    const { first, restart, stateFile } = await startWithFile();
    await writeFile(`${stateFile}.tmp`, '{"version":');
    const codes = await first.client.newRecoveryCodes();
    expect(await readdir(join(stateFile, '..'))).toEqual(['state.json']);
    const { client } = await restart();
    expect((await client.get('/user/otp/recovery-codes')).json).toEqual({ recovery_codes: codes });
  });
});

describe('the state file', () => {
  test('holds no token', async () => {
    const { first, stateFile } = await startWithFile({ sessionTokens: true });
    const { token } = (await first.client.verify(await first.text())).json as { token: string };
    const text = await readFile(stateFile, 'utf8');
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain(token);
    expect(text).toContain('+1 555 0100');
  });

  test.skipIf(process.platform === 'win32')('is for its owner alone', async () => {
    const { first, stateFile } = await startWithFile();
    await first.client.newRecoveryCodes();
    expect((await stat(stateFile)).mode & 0o777).toBe(0o600);
    expect((await stat(join(stateFile, '..'))).mode & 0o777).toBe(0o700);
  });

  test('is not written by calls that change nothing', async () => {
    const { first, stateFile } = await startWithFile();
    await writeFile(stateFile, 'untouched');
    await first.client.get('/user');
    await first.client.verify('123456');
    expect(await readFile(stateFile, 'utf8')).toBe('untouched');
  });
});
