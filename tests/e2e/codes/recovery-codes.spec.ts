import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { connected as test } from '../ground/connected';
import { expect } from '../ground/fixtures';

const run = promisify(execFile);

test('codes are fetched, revealed, copied and hidden', async ({ window, running, service, session }) => {
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await expect(window.alert).toContainText('no recovery codes for this account yet');

  await window.recoveryCodes.generateNew();
  await expect(window.recoveryCodes.reveal).toBeVisible();
  await expect(window.recoveryCodes.codes).toHaveCount(0);

  await window.recoveryCodes.reveal.click();
  await expect(window.recoveryCodes.codes).toHaveCount(10);
  const codes = await window.recoveryCodes.shown();
  for (const code of codes) expect(code).toMatch(/^[a-z0-9]{5}-[a-z0-9]{5}$/);

  await window.recoveryCodes.copy(3);
  await expect(window.recoveryCodes.status).toContainText('Copied code 3');
  const clipboard = await run('xclip', ['-selection', 'clipboard', '-o'], { env: session.env });
  expect(clipboard.stdout).toBe(codes[2]);

  await window.recoveryCodes.hide.click();
  await expect(window.recoveryCodes.codes).toHaveCount(0);
  expect(await running.page.content()).not.toContain(codes[0]);
  expect(service.practice.seen().filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('new codes void the old ones', async ({ window }) => {
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await window.recoveryCodes.generateNew();
  await window.recoveryCodes.reveal.click();
  const [old = ''] = await window.recoveryCodes.shown();

  await window.recoveryCodes.generateNew();
  await window.recoveryCodes.reveal.click();
  const [fresh = ''] = await window.recoveryCodes.shown();
  expect(fresh).not.toBe(old);

  await window.open('Verify');
  await window.verify.type(old);
  await window.verify.code.press('Enter');
  await expect(window.verify.status).toContainText('The service refused this code');
  await window.verify.type(fresh);
  await window.verify.verify.click();
  await expect(window.verify.status).toContainText('Code accepted');
  await window.open('Recovery codes');
  await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');
});

test('the dialog starts on Cancel, and Escape changes nothing', async ({ window, running, service }) => {
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await window.recoveryCodes.generateNew();
  await expect(window.recoveryCodes.meter).toBeVisible();
  await window.recoveryCodes.generate.click();
  await expect(window.recoveryCodes.cancel).toBeFocused();
  await running.page.keyboard.press('Escape');
  await expect(window.recoveryCodes.dialog).toBeHidden();
  expect(service.practice.seen().filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('an account without a second factor gets its own sentence', async ({ window, service }) => {
  await service.practice.setPhone(null);
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await expect(window.alert).toContainText('does not give recovery codes for this account');
});

test('after a lost answer the doubt survives a restart and ends with a fetch', async ({
  window,
  running,
  start,
  service,
}) => {
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  service.practice.setFault({ on: 'POST /user/otp/recovery-codes', resetAfterHandling: true });
  await window.recoveryCodes.generateNew();
  await expect(window.alert).toContainText('not known whether the service acted on it');
  service.practice.setFault(null);
  await running.quit();

  const { page } = await start();
  const again = new LatchkeyWindow(page);
  await again.open('Recovery codes');
  const doubt = page.getByText('may have been replaced');
  await expect(doubt).toBeVisible();
  await again.recoveryCodes.fetch.click();
  await expect(again.recoveryCodes.reveal).toBeVisible();
  await expect(doubt).toBeHidden();
});
