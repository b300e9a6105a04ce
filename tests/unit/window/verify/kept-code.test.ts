import { expect, test } from 'vitest';
import { KeptCode } from '../../../../src-renderer/state/verify/kept-code.svelte';
import { QuickVerifyState } from '../../../../src-renderer/state/verify/quick-verify.svelte';
import { aSnapshot, anAccount, fakeBackend, firstId } from '../fake-backend';

const one = aSnapshot({ accounts: [anAccount()], activeAccountId: firstId });

test('a code that was typed too early is given once, tidied as in the field', () => {
  const kept = new KeptCode();
  kept.keep('123 456');
  expect(kept.typed).toBe('123456');
  expect(kept.take()).toBe('123456');
  expect(kept.take()).toBe('');
});

test('quick verify goes on with it, and sends nothing by itself', async () => {
  const { backend, asked } = fakeBackend({
    verifyCode: () => Promise.resolve({ outcome: 'rejected', words: null }),
    offerClipboardCode: () => Promise.resolve({ code: null, byLink: false }),
  });
  const quick = new QuickVerifyState(backend, one);
  quick.goOnWith('123456');
  await quick.focused();
  expect(quick.verifying?.typed).toBe('123456');
  expect(asked.map(([name]) => name)).not.toContain('verifyCode');
  await quick.submit();
  expect(asked.at(-1)).toEqual(['verifyCode', { accountId: firstId, code: '123456' }]);
});

test('without an account, or without a code, there is nothing to go on with', () => {
  const none = new QuickVerifyState(fakeBackend().backend, aSnapshot());
  none.goOnWith('123456');
  expect(none.verifying).toBeNull();
  const quick = new QuickVerifyState(fakeBackend().backend, one);
  quick.goOnWith('');
  expect(quick.verifying?.typed).toBe('');
});
