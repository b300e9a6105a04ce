import { describe, expect, test } from 'vitest';
import type { VerifyOutcome } from '#contract/contract';
import { AppError } from '#contract/errors';
import { QuickVerifyState } from '../../../../src-renderer/state/verify/quick-verify.svelte';
import { VerifyState } from '../../../../src-renderer/state/verify/verify.svelte';
import { aSnapshot, anAccount, fakeBackend, firstId, held } from '../fake-backend';

const accepted: VerifyOutcome = { outcome: 'accepted', session: false, kept: true };
const rejected: VerifyOutcome = { outcome: 'rejected', words: null };
const sent = (asked: readonly (readonly [string, unknown])[]): unknown[] =>
  asked.filter(([name]) => name === 'verifyCode').map(([, input]) => (input as { code: string }).code);

describe('a text that comes as a whole', () => {
  test.each([
    ['Your code is 062 438. Don\u2019t share it.', '062438'],
    ['G-123456', '123456'],
    ['code:123456', '123456'],
    ['Use 4821 to sign in\n@example.com #4821', '4821'],
    ['١٢٣٤٥٦', '123456'],
  ])('%j becomes %s and is sent', async (text, code) => {
    const { backend, asked } = fakeBackend({ verifyCode: () => Promise.resolve(rejected) });
    const verify = new VerifyState(backend, firstId);
    await verify.enter(text, 'whole');
    expect(verify.typed).toBe(code);
    expect(sent(asked)).toEqual([code]);
  });

  test('stays as it is while it is typed key by key, and where it holds no code', async () => {
    const { backend, asked } = fakeBackend();
    const verify = new VerifyState(backend, firstId);
    await verify.enter('G-123456');
    expect(verify.typed).toBe('G-123456');
    await verify.enter('hello world', 'whole');
    expect(verify.typed).toBe('hello world');
    await verify.enter('12345678', 'whole');
    expect(asked).toEqual([]);
  });

  test.each([
    { begins: true, listed: false },
    { begins: false, listed: true },
  ])('that a list has or begins with stays whole, and waits: %j', async (answer) => {
    const { backend, asked } = fakeBackend({ beginsRecoveryCode: () => Promise.resolve(answer) });
    const verify = new VerifyState(backend, firstId);
    await verify.enter('G-123456', 'whole');
    expect(verify.typed).toBe('G-123456');
    expect(asked).toEqual([['beginsRecoveryCode', { accountId: firstId, code: 'G-123456' }]]);
  });

  test('waits in a window that a link opened', async () => {
    const fake = fakeBackend();
    const quick = new QuickVerifyState(
      fake.backend,
      aSnapshot({ accounts: [anAccount()], activeAccountId: firstId }),
    );
    quick.linked();
    await quick.enter('Your code is 062 438.', 'whole');
    expect(quick.verifying?.typed).toBe('062438');
    expect(sent(fake.asked)).toEqual([]);
  });
});

describe('a pause that the service asked for', () => {
  const paused = (retryAt: number) => () => Promise.reject(new AppError('rate-limited', { retryAt }));

  test('lets nothing be sent before it is over, and is told for as long', async () => {
    const retryAt = Date.now() + 60_000;
    const { backend, asked } = fakeBackend({ verifyCode: paused(retryAt) });
    const verify = new VerifyState(backend, firstId);
    await verify.enter('123456');
    expect(verify.waitUntil).toBe(retryAt);
    await verify.submit();
    await verify.enter('654321');
    expect(sent(asked)).toEqual(['123456']);
    expect(verify.failure?.code).toBe('rate-limited');
  });

  test('that is over is none', async () => {
    const { backend, asked } = fakeBackend({ verifyCode: paused(Date.now() - 1) });
    const verify = new VerifyState(backend, firstId);
    await verify.enter('123456');
    await verify.enter('654321');
    expect(sent(asked)).toEqual(['123456', '654321']);
  });
});

describe('a code that was copied', () => {
  const copied = (code: string | null) => ({
    offerTextedCode: () => Promise.resolve({ code }),
    verifyCode: () => Promise.resolve(accepted),
  });

  test('is asked for when a text was, offered, and sent when it is taken, once', async () => {
    const { backend, asked } = fakeBackend(copied('4821'));
    const verify = new VerifyState(backend, firstId);
    await verify.lookForText(null);
    expect(asked).toEqual([]);
    await verify.lookForText(1);
    expect(verify.offered).toBe('4821');
    expect(sent(asked)).toEqual([]);
    await verify.take(verify.offered);
    expect(sent(asked)).toEqual(['4821']);
    expect(verify.offered).toBe('');
  });

  test('is not offered beside what was typed, nor once it was left', async () => {
    const answer = held<{ code: string }>();
    const { backend } = fakeBackend({ offerTextedCode: () => answer.promise });
    const verify = new VerifyState(backend, firstId);
    const looked = verify.lookForText(1);
    verify.leave();
    answer.give({ code: '4821' });
    await looked;
    expect(verify.offered).toBe('');
    await verify.lookForText(1);
    expect(verify.offered).toBe('4821');
    await verify.enter('1');
    expect(verify.offered).toBe('');
  });

  test('is offered by quick verify, too', async () => {
    const texts = { sentAt: 1, waitUntil: null, phoneEnding: null };
    const fake = fakeBackend({
      ...copied('4821'),
      offerClipboardCode: () => Promise.resolve({ code: null, byLink: false }),
    });
    const first = aSnapshot({ accounts: [anAccount({ texts })], activeAccountId: firstId });
    const quick = new QuickVerifyState(fake.backend, first);
    await quick.focused();
    expect(quick.offer).toEqual({ from: 'clipboard', code: '4821' });
    await quick.takeOffer();
    expect(sent(fake.asked)).toEqual(['4821']);
  });
});
