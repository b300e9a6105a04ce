import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { LockPage } from '../../pages/lock-page';
import { OlderVaultPage } from '../../pages/older-vault-page';
import { noSecretIn } from '../../witness/no-secret-in';
import { expect } from '../ground/fixtures';
import { openVault, removeKey } from '../ground/open-vault';
import { withCodes as test } from '../ground/with-codes';

test('codes and what was used survive a restart without a network, and lie in no file in the clear', async ({
  codes,
  window,
  running,
  start,
  service,
  profile,
}) => {
  await window.recoveryCodes.useNext.click();
  await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');
  await running.quit();
  await service.practice.close();
  await noSecretIn([profile], codes);

  const again = new LatchkeyWindow((await start()).page);
  await again.open('Recovery codes');
  await expect(again.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');
  await again.recoveryCodes.reveal.click();
  await expect(again.recoveryCodes.codes).toHaveCount(10);
  expect(await again.recoveryCodes.shown()).toEqual(codes);
});

test('the age command opens the vault with the key from the keyring', async ({ codes, profile, session }) => {
  const text = await openVault(profile, session);
  for (const code of codes) expect(text).toContain(code);
});

test('a damaged vault is set aside, and the last good one is opened', async ({
  codes,
  window,
  running,
  start,
  profile,
}) => {
  // A second write, so that the version before it is the last good one.
  await window.recoveryCodes.useNext.click();
  await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');
  await running.quit();
  const file = path.join(profile, 'vault.age');
  const whole = await readFile(file);
  await writeFile(file, whole.subarray(0, whole.length - 40));

  const { page } = await start();
  const again = new LatchkeyWindow(page);
  await again.open('Recovery codes');
  await expect(page.getByText(/damaged/)).toBeVisible();
  await again.recoveryCodes.reveal.click();
  await expect(again.recoveryCodes.codes).toHaveCount(10);
  expect(await again.recoveryCodes.shown()).toEqual(codes);
  expect((await readdir(profile)).filter((name) => name.startsWith('vault.damaged-'))).toHaveLength(1);
});

test('without its key the vault stays closed, and nothing is written over it', async ({
  codes,
  running,
  start,
  session,
  profile,
  service,
}) => {
  expect(codes).toHaveLength(10);
  await running.quit();
  const file = path.join(profile, 'vault.age');
  const before = await readFile(file);
  await removeKey(profile, session);

  const { page } = await start();
  const again = new LatchkeyWindow(page);
  const lock = new LockPage(page);
  await expect(lock.heading).toBeVisible();
  const asked = service.practice.seen().length;
  await lock.unlock.click();
  await expect(again.alert).toContainText(/key/);
  await expect(page.getByText('Work')).toBeHidden();
  expect(service.practice.seen()).toHaveLength(asked);
  expect(await readFile(file)).toEqual(before);
});

test('an older vault that was put back is told, until somebody says that it is all right', async ({
  codes,
  window,
  running,
  start,
  profile,
}) => {
  expect(codes).toHaveLength(10);
  const file = path.join(profile, 'vault.age');
  const before = await readFile(file);
  await window.recoveryCodes.useNext.click();
  await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');
  await running.quit();
  await writeFile(file, before);

  const again = await start();
  const older = new OlderVaultPage(again.page);
  await expect(older.notice).toBeVisible();
  await older.accept.click();
  await expect(older.notice).toHaveCount(0);
  await again.quit();

  const last = await start();
  await new LatchkeyWindow(last.page).open('Recovery codes');
  await expect(new LatchkeyWindow(last.page).recoveryCodes.meter).toHaveAttribute(
    'aria-valuetext',
    '10 of 10 left',
  );
  await expect(new OlderVaultPage(last.page).notice).toHaveCount(0);
});
