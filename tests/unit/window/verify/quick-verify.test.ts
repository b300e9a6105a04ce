import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { VerifyOutcome } from '#contract/contract';
import { AppError } from '#contract/errors';
import { QuickVerifyState, tickTime } from '../../../../src-renderer/state/verify/quick-verify.svelte';
import { aSnapshot, anAccount, fakeBackend, firstId, held, secondId } from '../fake-backend';

const accepted: VerifyOutcome = { outcome: 'accepted', session: false, kept: true };
const rejected: VerifyOutcome = { outcome: 'rejected', words: null };
const two = aSnapshot({
  accounts: [anAccount(), anAccount({ id: secondId, label: 'Home' })],
  activeAccountId: firstId,
});
const names = (asked: readonly (readonly [string, unknown])[]): string[] => asked.map(([name]) => name);

function open(answers: Parameters<typeof fakeBackend>[0] = {}, first = two) {
  const fake = fakeBackend(answers);
  return { ...fake, quick: new QuickVerifyState(fake.backend, first) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('an accepted code', () => {
  test('is gone with the window after its tick was seen', async () => {
    const { quick, asked } = open({ verifyCode: () => Promise.resolve(accepted) });
    await quick.focused();
    await quick.enter('123456');
    expect(quick.isDone).toBe(true);
    vi.advanceTimersByTime(tickTime - 1);
    expect(names(asked)).not.toContain('closeQuickVerify');
    vi.advanceTimersByTime(1);
    expect(names(asked)).toContain('closeQuickVerify');
    quick.closed();
    expect(quick.isDone).toBe(false);
    expect(quick.verifying).toMatchObject({ typed: '', outcome: null });
  });

  test('with a session token waits until that was copied', async () => {
    const { quick, asked } = open({ verifyCode: () => Promise.resolve({ ...accepted, session: true }) });
    await quick.focused();
    await quick.enter('123456');
    vi.advanceTimersByTime(60_000);
    expect(names(asked)).not.toContain('closeQuickVerify');
    await quick.copySession();
    vi.advanceTimersByTime(tickTime);
    expect(names(asked)).toContain('closeQuickVerify');
  });

  test('stays until somebody closes it where the disk did not take what came of it', async () => {
    const { quick, asked } = open({ verifyCode: () => Promise.resolve({ ...accepted, kept: false }) });
    await quick.focused();
    await quick.enter('123456');
    vi.advanceTimersByTime(60_000);
    expect([quick.isDone, names(asked).includes('closeQuickVerify')]).toEqual([false, false]);
  });

  test('does not close a window that was opened anew meanwhile', async () => {
    const { quick, asked } = open({ verifyCode: () => Promise.resolve(accepted) });
    await quick.focused();
    await quick.enter('123456');
    quick.closed();
    quick.opened();
    vi.advanceTimersByTime(60_000);
    expect(names(asked)).not.toContain('closeQuickVerify');
  });

  test('takes no other code in the second that it is seen', async () => {
    const { quick, asked } = open({ verifyCode: () => Promise.resolve(accepted) });
    await quick.focused();
    await quick.enter('123456');
    await quick.enter('654321');
    expect(names(asked).filter((name) => name === 'verifyCode')).toHaveLength(1);
  });
});

describe('what stands in the field', () => {
  test('stays when a code is refused, and the window stays', async () => {
    const { quick, asked } = open({ verifyCode: () => Promise.resolve(rejected) });
    await quick.focused();
    await quick.enter('123456');
    vi.advanceTimersByTime(60_000);
    expect(quick.verifying?.typed).toBe('123456');
    expect(names(asked)).toEqual(['offerClipboardCode', 'beginsRecoveryCode', 'verifyCode']);
  });

  test('is forgotten when the window closes', async () => {
    const { quick } = open();
    await quick.enter('123');
    quick.closed();
    quick.opened();
    expect(quick.verifying?.typed).toBe('');
  });

  test('stays while its answer is on the way, and so does a failure that came meanwhile', async () => {
    const answer = held<VerifyOutcome>();
    const { quick } = open({ verifyCode: () => answer.promise });
    await quick.focused();
    const sent = quick.enter('123456');
    quick.closed();
    expect(quick.verifying?.typed).toBe('123456');
    answer.fail(new AppError('offline'));
    await sent;
    quick.opened();
    expect(quick.verifying).toMatchObject({ typed: '123456', failure: { code: 'offline' } });
  });

  test('is forgotten when it was accepted while the window was closed', async () => {
    const answer = held<VerifyOutcome>();
    const { quick, asked } = open({ verifyCode: () => answer.promise });
    await quick.focused();
    const sent = quick.enter('123456');
    quick.closed();
    answer.give(accepted);
    await sent;
    expect(quick.verifying).toMatchObject({ typed: '', outcome: null });
    vi.advanceTimersByTime(60_000);
    expect(names(asked)).not.toContain('closeQuickVerify');
  });
});

describe('the clipboard', () => {
  const offering = (code: string | null) => ({
    offerClipboardCode: () => Promise.resolve({ code, byLink: false }),
  });

  test('is asked for when the window gets the focus, and at no other time', async () => {
    const { quick, asked } = open(offering('123456'));
    quick.opened();
    quick.replaceSnapshot(two);
    quick.closed();
    expect(names(asked)).not.toContain('offerClipboardCode');
    quick.opened();
    await quick.focused();
    expect(names(asked)).toEqual(['offerClipboardCode']);
    expect(quick.offer).toEqual({ from: 'clipboard', code: '123456' });
  });

  test('offers a code that is sent with one click, and not again', async () => {
    const { quick, asked } = open({ ...offering('123456'), verifyCode: () => Promise.resolve(rejected) });
    await quick.focused();
    await quick.takeOffer();
    expect(asked).toContainEqual(['verifyCode', { accountId: firstId, code: '123456' }]);
    quick.verifying?.leave();
    await quick.focused();
    expect(quick.offer).toBeNull();
  });

  test('offers nothing beside what was typed, nor after the window was closed', async () => {
    const { quick } = open(offering('123456'));
    await quick.focused();
    await quick.enter('1');
    expect(quick.offer).toBeNull();
    await quick.enter('');
    expect(quick.offer).not.toBeNull();
    quick.closed();
    expect(quick.offer).toBeNull();
  });

  test('that was read while the window closed is not kept', async () => {
    const answer = held<{ code: string | null; byLink: boolean }>();
    const { quick } = open({ offerClipboardCode: () => answer.promise });
    const asked = quick.focused();
    quick.closed();
    answer.give({ code: '123456', byLink: false });
    await asked;
    expect(quick.offer).toBeNull();
  });

  test('that main does not tell is no failure', async () => {
    const { quick } = open({ offerClipboardCode: () => Promise.reject(new AppError('bad-input')) });
    await quick.focused();
    expect(quick.offer).toBeNull();
    expect(quick.verifying?.failure).toBeNull();
  });
});

test('a text on the practice phone is offered when it came after the window was opened', () => {
  const practice = anAccount({ kind: 'practice' });
  const phone = (at: number) =>
    aSnapshot({
      accounts: [practice],
      activeAccountId: practice.id,
      practicePhone: { running: true, messages: [{ at, to: '', code: '246810' }] },
    });
  const { quick } = open({}, phone(Date.now() - 1));
  expect(quick.offer).toBeNull();
  quick.replaceSnapshot(phone(Date.now()));
  expect(quick.offer).toEqual({ from: 'practice-phone', code: '246810' });
});

describe('the account', () => {
  test('is the active one, until another is chosen here, which main is not told of', () => {
    const { quick, asked } = open();
    expect(quick.account?.label).toBe('Work');
    quick.choose(secondId);
    expect(quick.account?.label).toBe('Home');
    quick.replaceSnapshot({ ...two, activeAccountId: firstId });
    expect(quick.account?.label).toBe('Home');
    expect(asked).toEqual([]);
  });

  test('that was removed is no longer the chosen one; without any there is none', () => {
    const { quick } = open();
    quick.choose(secondId);
    quick.replaceSnapshot(aSnapshot({ accounts: [anAccount()], activeAccountId: firstId }));
    expect(quick.account?.label).toBe('Work');
    quick.replaceSnapshot(aSnapshot());
    expect(quick.account).toBeNull();
    expect(quick.verifying).toBeNull();
  });
});
