import { describe, expect, test, vi } from 'vitest';
import type { VerifyOutcome } from '#contract/contract';
import { AppError } from '#contract/errors';
import { VerifyState } from '../../../../src-renderer/state/verify/verify.svelte';
import { fakeBackend, firstId, held } from '../fake-backend';

const accepted: VerifyOutcome = { outcome: 'accepted', session: true, kept: true };
const rejected: VerifyOutcome = { outcome: 'rejected', words: 'Invalid OTP' };
const verifying = (code: string) => ['verifyCode', { accountId: firstId, code }] as const;
const looking = (code: string) => ['beginsRecoveryCode', { accountId: firstId, code }] as const;

describe('typing a code', () => {
  test('six digits submit themselves, however they come', async () => {
    const { backend, asked } = fakeBackend({ verifyCode: () => Promise.resolve(rejected) });
    const verify = new VerifyState(backend, firstId);
    for (const typed of ['1', '12', '123 ', '1234', '12345', '123456']) await verify.enter(typed);
    await verify.enter('654-321');
    expect(asked).toEqual([looking('123456'), verifying('123456'), looking('654321'), verifying('654321')]);
  });

  test('codes of other lengths wait for Enter and keep their dash', async () => {
    const { backend, asked } = fakeBackend({ verifyCode: () => Promise.resolve(accepted) });
    const verify = new VerifyState(backend, firstId);
    await verify.enter('k7m2p-4qd9x');
    expect(asked).toEqual([]);
    await verify.submit();
    expect(asked).toEqual([verifying('k7m2p-4qd9x')]);
  });

  test('six digits that begin a recovery code wait for the rest of it', async () => {
    const { backend, asked } = fakeBackend({
      beginsRecoveryCode: ({ code }) => Promise.resolve({ begins: code === '123456', listed: false }),
      verifyCode: () => Promise.resolve(accepted),
    });
    const verify = new VerifyState(backend, firstId);
    await verify.enter('123-456');
    expect(verify.done).toContain('press Verify');
    await verify.enter('1234567');
    expect(verify.done).toBe('');
    await verify.enter('12345678');
    await verify.submit();
    expect(asked).toEqual([looking('123456'), verifying('12345678')]);
  });

  test('six digits that begin one are sent by Verify all the same', async () => {
    const { backend, asked } = fakeBackend({
      beginsRecoveryCode: () => Promise.resolve({ begins: true, listed: false }),
      verifyCode: () => Promise.resolve(accepted),
    });
    const verify = new VerifyState(backend, firstId);
    await verify.enter('123456');
    await verify.submit();
    expect(asked).toEqual([looking('123456'), verifying('123456')]);
  });

  test('what is typed while main looks is not lost, and nothing else is sent', async () => {
    const answer = held<{ begins: boolean; listed: boolean }>();
    const { backend, asked } = fakeBackend({ beginsRecoveryCode: () => answer.promise });
    const verify = new VerifyState(backend, firstId);
    const first = verify.enter('123456');
    await verify.enter('1234567');
    answer.give({ begins: false, listed: false });
    await first;
    expect(verify.typed).toBe('1234567');
    expect(asked).toEqual([looking('123456')]);
  });

  test('a recovery code keeps dash, blank, underscore and case, as typed and as pasted', async () => {
    const { backend, asked } = fakeBackend({ verifyCode: () => Promise.resolve(rejected) });
    const verify = new VerifyState(backend, firstId);
    for (const code of ['1234-5678', '2345 6789', 'AbCd_eF-12']) {
      for (let length = 1; length < code.length; length += 1) await verify.enter(code.slice(0, length));
      await verify.enter(code);
      await verify.submit();
    }
    expect(asked).toEqual([verifying('1234-5678'), verifying('2345 6789'), verifying('AbCd_eF-12')]);
  });

  test('an empty field and one that is too long send nothing', async () => {
    const { backend, asked } = fakeBackend();
    const verify = new VerifyState(backend, firstId);
    await verify.submit();
    await verify.enter('x'.repeat(10_000));
    expect(verify.tooLong).toBe(true);
    await verify.submit();
    expect(asked).toEqual([]);
    expect(verify.typed).toHaveLength(10_000);
  });

  test('while one verification runs nothing else is sent, and the text cannot change', async () => {
    const answer = held<VerifyOutcome>();
    const { backend, asked } = fakeBackend({ verifyCode: () => answer.promise });
    const verify = new VerifyState(backend, firstId);
    const first = verify.enter('123456');
    await verify.submit();
    await vi.waitFor(() => expect(verify.checking.running).toBe(true));
    await verify.submit();
    await verify.enter('654321');
    expect(verify.typed).toBe('123456');
    answer.give(rejected);
    await first;
    expect(asked).toEqual([looking('123456'), verifying('123456')]);
    expect(verify.checking.running).toBe(false);
  });
});

describe('what comes of a code', () => {
  test('an accepted code leaves the field', async () => {
    const { backend } = fakeBackend({ verifyCode: () => Promise.resolve(accepted) });
    const verify = new VerifyState(backend, firstId);
    await verify.enter('123456');
    expect(verify.outcome).toEqual(accepted);
    expect(verify.typed).toBe('');
  });

  test('a rejected one stays, and its outcome goes with the next key', async () => {
    const { backend } = fakeBackend({ verifyCode: () => Promise.resolve(rejected) });
    const verify = new VerifyState(backend, firstId);
    await verify.enter('123456');
    expect(verify.outcome).toEqual(rejected);
    expect(verify.typed).toBe('123456');
    await verify.enter('12345');
    expect(verify.outcome).toBeNull();
  });

  test('a failure keeps the text and is forgotten by the next try', async () => {
    const failures = [new AppError('offline')];
    const { backend } = fakeBackend({
      verifyCode: () => {
        const failure = failures.pop();
        return failure ? Promise.reject(failure) : Promise.resolve(accepted);
      },
    });
    const verify = new VerifyState(backend, firstId);
    await verify.enter('123456');
    expect(verify.failure?.code).toBe('offline');
    expect(verify.typed).toBe('123456');
    await verify.submit();
    expect(verify.failure).toBeNull();
    expect(verify.outcome).toEqual(accepted);
  });

  test('an error that is no AppError is a bug in words', async () => {
    const { backend } = fakeBackend({ verifyCode: () => Promise.reject(new TypeError('gone')) });
    const verify = new VerifyState(backend, firstId);
    await verify.enter('123456');
    expect(verify.failure).toMatchObject({ code: 'bug', details: { reference: 'window' } });
  });
});

describe('asking for a text', () => {
  test('is asked once and says so', async () => {
    const answer = held<object>();
    const { backend, asked } = fakeBackend({ requestCode: () => answer.promise });
    const verify = new VerifyState(backend, firstId);
    const first = verify.textMe();
    expect(await verify.textMe()).toBe(false);
    answer.give({});
    expect(await first).toBe(true);
    expect(verify.done).toBe('A text is on its way.');
    expect(asked).toEqual([['requestCode', { accountId: firstId }]]);
  });

  test('a code can be verified while the request still runs', async () => {
    const { backend } = fakeBackend({
      requestCode: () => held<object>().promise,
      verifyCode: () => Promise.resolve(accepted),
    });
    const verify = new VerifyState(backend, firstId);
    void verify.textMe();
    await verify.enter('123456');
    expect(verify.outcome).toEqual(accepted);
  });

  test('its failure shows and stays while a code is typed', async () => {
    const failure = new AppError('rate-limited', { retryAt: 1 });
    const { backend } = fakeBackend({ requestCode: () => Promise.reject(failure) });
    const verify = new VerifyState(backend, firstId);
    expect(await verify.textMe()).toBe(false);
    await verify.enter('123');
    expect(verify.failure).toBe(failure);
  });
});

test('copying and forgetting the session are told in words', async () => {
  const { backend, asked } = fakeBackend();
  const verify = new VerifyState(backend, firstId);
  await verify.copySession();
  expect(verify.done).toBe('Session token copied.');
  await verify.forgetSession();
  expect(verify.done).toBe('Session token forgotten.');
  expect(asked.map(([name]) => name)).toEqual(['copySessionToken', 'forgetSessionToken']);
});
