import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { noSecretIn } from '../../witness/no-secret-in';
import { connected as test } from '../ground/connected';
import { expect } from '../ground/fixtures';
import { tokensIn } from '../ground/keyring';

test('the token is in the keyring and in no file of the profile', async ({
  window,
  running,
  session,
  service,
  profile,
}) => {
  await window.verify.requestCode();
  await window.verify.type('123456');
  await expect(window.verify.status).toContainText('refused');
  expect(await tokensIn(session)).toEqual([service.token]);
  await running.quit();
  expect((await readdir(profile)).length).toBeGreaterThan(3);
  await noSecretIn([profile], [service.token, '123456']);
  expect(running.output()).not.toContain(service.token);
});

test('a locked keyring gets its sentence and loses nothing', async ({ window, session, service }) => {
  await session.lockKeyring();
  await window.verify.type('123456');
  await expect(window.alert).toContainText(/keychain.*locked/i);
  await expect(window.verify.code).toHaveValue('123456');
  expect(service.practice.seen().filter(({ path }) => path.startsWith('/user/otp'))).toEqual([]);

  await session.unlockKeyring();
  await window.verify.requestCode();
  await window.verify.type(service.practice.messages().at(-1)?.code ?? '');
  await expect(window.verify.status).toContainText('Code accepted');
  expect(await tokensIn(session)).toEqual([service.token]);
});

test('removing an account from a locked keyring is refused, then possible', async ({
  window,
  session,
  service,
}) => {
  await window.open('Settings');
  await session.lockKeyring();
  await window.settings.remove('Work');
  await expect(window.alert).toContainText(/keychain.*locked/i);
  await session.unlockKeyring();
  expect(await tokensIn(session)).toEqual([service.token]);
  await window.settings.dialog.getByRole('button', { name: 'Cancel' }).click();
  await window.settings.remove('Work');
  await expect(window.addAccount.practice).toBeVisible();
  expect(await tokensIn(session)).toEqual([]);
});

test('a keyring that hangs gets its sentence, and the rest of Latchkey goes on', async ({
  window,
  session,
}) => {
  session.stallKeyring();
  await window.verify.type('123456');
  await expect(window.alert).toContainText('did not answer in time');
  await window.open('Settings');
  await window.settings.rename('Work', 'Still here');
  await expect(window.settings.account('Still here')).toBeVisible();
  session.resumeKeyring();
});

test('an entry that somebody else removed is told from a locked keyring', async ({ window, session }) => {
  execFileSync('secret-tool', ['clear', 'service', 'Latchkey'], { env: session.env });
  await window.open('Settings');
  await window.settings.checkKeychain.click();
  await expect(window.settings.status).toContainText('Checked');
  await window.open('Verify');
  await window.verify.type('123456');
  await expect(window.alert).toContainText('no longer stored');
});
