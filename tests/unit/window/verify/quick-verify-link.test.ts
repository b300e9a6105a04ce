import { describe, expect, test } from 'vitest';
import type { VerifyOutcome } from '#contract/contract';
import { AppError } from '#contract/errors';
import { QuickVerifyState } from '../../../../src-renderer/state/verify/quick-verify.svelte';
import { aSnapshot, anAccount, fakeBackend, firstId, held } from '../fake-backend';

const accepted: VerifyOutcome = { outcome: 'accepted', session: false, kept: true };
const names = (asked: readonly (readonly [string, unknown])[]): string[] => asked.map(([name]) => name);

function open(answers: Parameters<typeof fakeBackend>[0]) {
  const fake = fakeBackend(answers);
  const first = aSnapshot({ accounts: [anAccount()], activeAccountId: firstId });
  return { ...fake, quick: new QuickVerifyState(fake.backend, first) };
}

describe('opened by a link, it', () => {
  const offer = (byLink: boolean) => Promise.resolve({ code: '123456', byLink });
  const byLink = { offerClipboardCode: () => offer(true), verifyCode: () => Promise.resolve(accepted) };

  test('fills in what was on the clipboard, and sends it only by hand', async () => {
    const { quick, asked } = open(byLink);
    quick.linked();
    await quick.focused();
    await quick.takeOffer();
    expect([quick.verifying?.typed, quick.isWaiting]).toEqual(['123456', true]);
    expect(names(asked)).not.toContain('verifyCode');
    await quick.submit();
    expect(asked).toContainEqual(['verifyCode', { accountId: firstId, code: '123456' }]);
  });

  test('sends nothing by itself that was pasted or dropped there', async () => {
    const { quick, asked } = open(byLink);
    quick.linked();
    await quick.enter('123456');
    expect(names(asked)).not.toContain('verifyCode');
  });

  test('waits before main has told who opened it', async () => {
    const { quick, asked } = open({ offerClipboardCode: () => Promise.reject(new AppError('bad-input')) });
    await quick.focused();
    await quick.enter('123456');
    expect(names(asked)).not.toContain('verifyCode');
  });

  test('waits although main looked before the link came', async () => {
    const answer = held<{ code: string | null; byLink: boolean }>();
    const { quick, asked } = open({ offerClipboardCode: () => answer.promise });
    const looked = quick.focused();
    quick.linked();
    answer.give({ code: '123456', byLink: false });
    await looked;
    await quick.takeOffer();
    expect(names(asked)).not.toContain('verifyCode');
  });

  test('is like any other when a person opens it the next time', async () => {
    let isLink = true;
    const { quick, asked } = open({ ...byLink, offerClipboardCode: () => offer(isLink) });
    quick.linked();
    await quick.focused();
    quick.closed();
    isLink = false;
    quick.opened();
    await quick.focused();
    await quick.takeOffer();
    expect(names(asked)).toContain('verifyCode');
  });
});
