import { expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { VaultCheck } from '../../../../src-renderer/state/codes/vault-check.svelte';
import { fakeBackend } from '../fake-backend';

test('checking asks the keychain alone, which opens the vault', async () => {
  const { backend, asked } = fakeBackend();
  const vault = new VaultCheck(backend);
  await vault.check();
  expect(asked).toEqual([['probeKeychain', {}]]);
  expect(vault.checked).toBe(true);
  vault.leave();
  expect(vault.checked).toBe(false);
});

test('a keychain that is still locked is said so, and forgotten when the screen is left', async () => {
  const { backend } = fakeBackend({
    probeKeychain: () => Promise.reject(new AppError('keychain-locked')),
  });
  const vault = new VaultCheck(backend);
  await vault.check();
  expect(vault.attempt.failure?.code).toBe('keychain-locked');
  expect(vault.checked).toBe(false);
  vault.leave();
  expect(vault.attempt.failure).toBeNull();
});

test('an empty vault is begun only after the question', async () => {
  const { backend, asked } = fakeBackend();
  const vault = new VaultCheck(backend);
  vault.askToBeginAnew();
  expect(vault.beginning).toBe(true);
  expect(asked).toEqual([]);
  await vault.beginAnew();
  expect(asked).toEqual([['beginNewVault', {}]]);
  expect(vault.beginning).toBe(false);
  vault.askToBeginAnew();
  vault.leave();
  expect(vault.beginning).toBe(false);
});

test('why an empty vault could not be begun is said', async () => {
  const { backend } = fakeBackend({ beginNewVault: () => Promise.reject(new AppError('vault-not-saved')) });
  const vault = new VaultCheck(backend);
  vault.askToBeginAnew();
  await vault.beginAnew();
  expect([vault.beginning, vault.attempt.failure?.code]).toEqual([false, 'vault-not-saved']);
});
