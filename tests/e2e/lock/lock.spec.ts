import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { LockPage } from '../../pages/lock-page';
import { openWithIdentity, openWithPassphrase } from '../../witness/age-command';
import { expect } from '../ground/fixtures';
import { helpers } from '../ground/helpers';
import { secretsIn } from '../ground/keyring';
import { keyIn, removeKey } from '../ground/open-vault';
import { rewriteVault } from '../ground/vault-text';
import { withCodes as test } from '../ground/with-codes';

const passphrase = 'lantern Åse pebble orbit';

test('a locked window shows nothing, and the keychain gives it back', async ({ running, window, codes }) => {
  const lock = new LockPage(running.page);
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  await expect(running.page.locator('body')).not.toContainText('Work');
  for (const code of codes) await expect(running.page.locator('body')).not.toContainText(code);
  await lock.unlock.press('Enter');
  await expect(window.recoveryCodes.reveal, 'back on the screen where it was').toBeVisible();
  await window.recoveryCodes.reveal.click();
  await expect(window.recoveryCodes.codes).toHaveCount(10);
  expect(await window.recoveryCodes.shown()).toEqual(codes);
  expect(running.violations).toEqual([]);
});

test('a locked keyring leaves it locked, in words', async ({ running, session, codes }) => {
  expect(codes).toHaveLength(10);
  const lock = new LockPage(running.page);
  await lock.lock.click();
  await session.lockKeyring();
  await lock.unlock.click();
  await expect(lock.alert).toContainText(/locked/);
  await expect(lock.heading).toBeVisible();
  await session.unlockKeyring();
  await lock.unlock.click();
  await expect(lock.heading).toBeHidden();
});

test('a key that is removed from the keyring while Latchkey runs is put back before the lock forgets it', async ({
  running,
  window,
  session,
  profile,
  codes,
  start,
}) => {
  const key = await keyIn(profile, session);
  await removeKey(profile, session);
  await window.recoveryCodes.useNext.click();
  await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');
  const lock = new LockPage(running.page);
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  await expect.poll(() => keyIn(profile, session)).toBe(key);
  await running.quit();
  const again = new LatchkeyWindow((await start()).page);
  await again.open('Recovery codes');
  await again.recoveryCodes.reveal.click();
  await expect(again.recoveryCodes.codes).toHaveCount(10);
  expect(await again.recoveryCodes.shown()).toEqual(codes);
});

test('a key that is removed while it is locked is told from a locked keyring, and starting over leads on', async ({
  running,
  session,
  profile,
  codes,
}) => {
  expect(codes).toHaveLength(10);
  const lock = new LockPage(running.page);
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  await removeKey(profile, session);
  await lock.unlock.click();
  await expect(lock.alert).toContainText('no key that opens');
  await running.page.getByRole('button', { name: 'Start over without the key' }).click();
  await lock.dialog.getByRole('button', { name: 'Start over' }).click();
  await expect(lock.heading).toBeHidden();
});

test('with a passphrase the key leaves the keyring, and the passphrase alone opens it again', async ({
  running,
  window,
  codes,
  profile,
  session,
  start,
}) => {
  // Each time the key is sealed or opened takes seconds on a busy computer, as it should.
  test.slow();
  await window.open('Settings');
  await new LockPage(running.page).askFor(passphrase);
  await expect(running.page.getByText('From now on Latchkey asks for the passphrase.')).toBeVisible();
  const secrets = await secretsIn(session);
  expect(secrets.filter((one) => one.includes('AGE-SECRET-KEY'))).toEqual([]);
  await running.quit();

  const keyFile = path.join(profile, 'vault-key.age');
  const key = (await openWithPassphrase(keyFile, passphrase)) ?? '';
  expect(key, 'age opens the key').toContain('AGE-SECRET-KEY-1');
  const vault = await openWithIdentity(path.join(profile, 'vault.age'), key);
  for (const code of codes) expect(vault).toContain(code);

  const again = await start();
  const lock = new LockPage(again.page);
  await expect(lock.passphrase, 'it can be typed at once').toBeFocused();
  expect(await helpers(again, 'Latchkey sealing')).toEqual([]);
  await lock.passphrase.press('n');
  await expect.poll(() => helpers(again, 'Latchkey sealing'), 'it gets ready meanwhile').toHaveLength(1);
  await lock.unlockWith('not the one at all');
  await expect(lock.alert).toContainText(/passphrase/);
  await expect(lock.heading).toBeVisible();
  await lock.unlockWith(passphrase);
  const opened = new LatchkeyWindow(again.page);
  await opened.open('Recovery codes');
  await opened.recoveryCodes.reveal.click();
  await expect(opened.recoveryCodes.codes).toHaveCount(10);
  expect(await opened.recoveryCodes.shown()).toEqual(codes);
});

test('a forgotten passphrase leads on, and keeps what it sealed', async ({
  running,
  window,
  codes,
  profile,
  start,
}) => {
  await window.open('Settings');
  await new LockPage(running.page).askFor(passphrase);
  const sealed = await readFile(path.join(profile, 'vault.age'));
  await running.quit();
  const again = await start();
  const lock = new LockPage(again.page);
  await lock.forgot.click();
  await lock.dialog.getByRole('button', { name: 'Start over' }).click();
  await expect(lock.heading).toBeHidden();
  expect(codes).toHaveLength(10);
  const names = execFileSync('ls', [profile], { encoding: 'utf8' }).split('\n');
  const aside = names.find((name) => /^vault\.keyless-\d+\.age$/.test(name)) ?? '';
  expect(await readFile(path.join(profile, aside))).toEqual(sealed);
  expect(names.filter((name) => /^vault-key\.keyless-\d+\.age$/.test(name))).toHaveLength(1);
});

test('an idle computer locks it', async ({ running, window, profile, session, start, codes }) => {
  expect(codes).toHaveLength(10);
  await window.open('Settings');
  await running.quit();
  const identity = (await keyIn(profile, session)) ?? '';
  await rewriteVault(profile, identity, (vault) => ({ ...vault, local: { ...vault.local, lockAfter: 2 } }));
  const again = await start();
  // Nobody touches this screen: what the tests press does not go through it.
  await expect(new LockPage(again.page).heading).toBeVisible();
});
