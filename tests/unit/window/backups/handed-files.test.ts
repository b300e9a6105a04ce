import { expect, test } from 'vitest';
import type { RestoreSource } from '#contract/backups';
import { AppError } from '#contract/errors';
import { WindowState } from '../../../../src-renderer/state/window.svelte';
import { aSnapshot, anAccount, fakeBackend, firstId, held } from '../fake-backend';

const source: RestoreSource = { kind: 'kit', name: 'kit.age', opensWith: 'passphrase' };
const taking = { chooseHandedFile: () => Promise.resolve({ source }) };
const handed = aSnapshot({ fileHanded: 1 });

test('a file that Latchkey was started with is chosen on the screen that restores', async () => {
  const { backend, asked } = fakeBackend(taking);
  const latchkey = new WindowState(backend, handed);
  expect(latchkey.screen).toBe('restore');
  await expect.poll(() => latchkey.restoring.source).toEqual(source);
  expect(asked).toEqual([['chooseHandedFile', {}]]);
});

test('one that comes later leads away from another screen, and takes the place of what was chosen', async () => {
  const accounts = [anAccount()];
  const { backend } = fakeBackend({ ...taking, openRestore: () => held<never>().promise });
  const latchkey = new WindowState(backend, aSnapshot({ accounts, activeAccountId: firstId }));
  latchkey.go('settings');
  latchkey.restoring.secret = 'typed for another file';
  latchkey.replaceSnapshot({ ...handed, accounts, activeAccountId: firstId });
  expect(latchkey.screen).toBe('restore');
  await expect.poll(() => latchkey.restoring.source).toEqual(source);
  expect(latchkey.restoring.secret).toBe('');
});

test('one that comes while another is being opened waits for the next snapshot', async () => {
  const opening = held<never>();
  const { backend, asked } = fakeBackend({ ...taking, openRestore: () => opening.promise });
  const latchkey = new WindowState(backend, handed);
  await expect.poll(() => latchkey.restoring.attempt.running).toBe(false);
  const opened = latchkey.restoring.open();
  latchkey.replaceSnapshot({ ...handed, fileHanded: 2 });
  expect(asked.map(([name]) => name)).toEqual(['chooseHandedFile', 'openRestore']);
  opening.fail(new AppError('wrong-passphrase'));
  await opened;
  latchkey.replaceSnapshot({ ...handed, fileHanded: 2 });
  await expect.poll(() => asked.at(-1)?.[0]).toBe('chooseHandedFile');
});

test('one that was taken up stays, whatever else changes meanwhile', async () => {
  const { backend, asked } = fakeBackend(taking);
  const latchkey = new WindowState(backend, handed);
  await expect.poll(() => latchkey.restoring.source).toEqual(source);
  latchkey.replaceSnapshot({ ...handed, theme: 'dark' });
  expect(latchkey.restoring.source).toEqual(source);
  expect(asked.map(([name]) => name)).toEqual(['chooseHandedFile']);
});

test('one that cannot be used is told of', async () => {
  const failing = { chooseHandedFile: () => Promise.reject(new AppError('file-not-sealed')) };
  const latchkey = new WindowState(fakeBackend(failing).backend, handed);
  await expect.poll(() => latchkey.restoring.attempt.failure?.code).toBe('file-not-sealed');
  expect(latchkey.restoring.source).toBeNull();
});

test('a vault that was put aside is chosen and opened by one press, and nothing is taken by it', async () => {
  const vault: RestoreSource = { kind: 'vault', name: 'vault.keyless-1.age', opensWith: 'at-hand' };
  const { backend, asked } = fakeBackend({
    chooseRestoreSource: () => Promise.resolve({ source: vault }),
    openRestore: () => held<never>().promise,
  });
  const accounts = [anAccount()];
  const latchkey = new WindowState(
    backend,
    aSnapshot({ accounts, activeAccountId: firstId, vaultPutAside: true }),
  );
  latchkey.restoring.secret = 'typed for another file';
  void latchkey.restoring.bringBack();
  await expect.poll(() => asked.at(-1)).toEqual(['openRestore', { secret: '' }]);
  expect(asked.filter(([name]) => name === 'chooseRestoreSource')).toEqual([
    ['chooseRestoreSource', { what: 'put-aside' }],
  ]);
  expect(latchkey.restoring.source).toEqual(vault);
});

test('a vault that is not to be brought back any more is told of', async () => {
  const { backend } = fakeBackend({
    chooseRestoreSource: () => Promise.reject(new AppError('nothing-to-restore')),
  });
  const latchkey = new WindowState(backend, aSnapshot());
  await latchkey.restoring.bringBack();
  expect(latchkey.restoring.attempt.failure?.code).toBe('nothing-to-restore');
});
