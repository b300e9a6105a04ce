import { expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { VaultCheck } from '../../../../src-renderer/state/codes/vault-check.svelte';
import { fakeBackend } from '../fake-backend';

test('checking asks the keychain alone', async () => {
  const { backend, asked } = fakeBackend();
  const vault = new VaultCheck(backend);
  await vault.check();
  expect(asked).toEqual([['probeKeychain', {}]]);
  expect(vault.attempt.failure).toBeNull();
});

test('a keychain that is still locked is said so, and forgotten when the screen is left', async () => {
  const { backend } = fakeBackend({
    probeKeychain: () => Promise.reject(new AppError('keychain-locked')),
  });
  const vault = new VaultCheck(backend);
  await vault.check();
  expect(vault.attempt.failure?.code).toBe('keychain-locked');
  vault.leave();
  expect(vault.attempt.failure).toBeNull();
});
