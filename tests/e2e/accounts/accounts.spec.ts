import { randomBytes } from 'node:crypto';
import { startPracticeService } from '../../../src-main/practice-service/server';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { connected as test } from '../ground/connected';
import { expect } from '../ground/fixtures';
import { tokensIn } from '../ground/keyring';

test('two accounts keep apart what was asked for each', async ({ window, service }) => {
  await window.verify.requestCode();
  await window.open('Settings');
  await window.settings.addAccount.click();
  await window.addAccount.practice.click();
  await expect(window.verify.heading).toBeVisible();
  await expect(window.accounts.locator('option')).toHaveText(['Work', 'Practice service']);
  await expect(window.verify.textMe).toBeEnabled();
  await window.verify.requestCode();
  await window.verify.useCode.click();
  await expect(window.verify.status).toContainText('Code accepted');

  await window.switchTo('Work');
  await expect(window.verify.status).not.toContainText('Code accepted');
  await window.verify.type(service.practice.messages().at(-1)?.code ?? '');
  await expect(window.verify.status).toContainText('Code accepted');
});

test('an account is renamed, gets another token, and is removed with its keychain entry', async ({
  window,
  service,
  session,
}) => {
  await window.open('Settings');
  await window.settings.rename('Work', 'Work, production');
  await expect(window.settings.account('Work, production')).toBeVisible();

  const next = randomBytes(24).toString('hex');
  await window.settings.replaceToken('Work, production', next);
  await expect(window.alert).toContainText('refused the token');
  expect(await tokensIn(session)).toEqual([service.token]);
  await service.practice.allowToken(next);
  await window.settings.dialog.getByRole('button', { name: 'Save token' }).click();
  await expect(window.settings.dialog).toBeHidden();
  expect(await tokensIn(session)).toEqual([next]);

  await window.settings.remove('Work, production');
  await expect(window.addAccount.practice).toBeVisible();
  expect(await tokensIn(session)).toEqual([]);
});

test('a refused token keeps what was typed and stores nothing', async ({ start, service, session }) => {
  const { page } = await start();
  const window = new LatchkeyWindow(page);
  await window.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: 'not-the-token' });
  await expect(window.alert).toContainText('refused the token');
  await expect(window.addAccount.label).toHaveValue('Work');
  await expect(window.addAccount.serviceUrl).toHaveValue(service.url);
  await expect(window.addAccount.token).toHaveValue('not-the-token');
  expect(await tokensIn(session)).toEqual([]);
});

test('a restart keeps the account, its countdown and its token', async ({
  window,
  running,
  start,
  service,
}) => {
  await window.verify.requestCode();
  await running.quit();

  const again = new LatchkeyWindow((await start()).page);
  await expect(again.accounts.locator('option')).toHaveText(['Work']);
  await expect(again.verify.textMe).toContainText(/0:[0-3]\d/);
  await again.verify.type(service.practice.messages().at(-1)?.code ?? '');
  await expect(again.verify.status).toContainText('Code accepted');
});

test('an account moves to another URL with a token of its own, and keeps its codes', async ({
  window,
  service,
  session,
}) => {
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await window.recoveryCodes.generateNew();
  await expect(window.recoveryCodes.rows).toHaveCount(10);
  const next = randomBytes(24).toString('hex');
  const moved = await startPracticeService({ tokens: [next] });
  try {
    await window.open('Settings');
    await window.settings.changeUrl('Work', moved.url, service.token);
    await expect(window.alert).toContainText('refused the token');
    expect(await tokensIn(session)).toContain(service.token);
    await window.settings.dialog.getByLabel('Token', { exact: true }).fill(next);
    await window.settings.dialog.getByRole('button', { name: 'Save URL' }).click();
    await expect(window.settings.dialog).toBeHidden();
    await expect(window.settings.account('Work')).toContainText(moved.url);
    expect(await tokensIn(session)).not.toContain(service.token);
    await window.open('Recovery codes');
    await expect(window.recoveryCodes.rows).toHaveCount(10);
    await window.open('Verify');
    await window.verify.requestCode();
    await window.verify.type(moved.messages().at(-1)?.code ?? '');
    await expect(window.verify.status).toContainText('Code accepted');
  } finally {
    await moved.close();
  }
});
