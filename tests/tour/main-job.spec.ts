import { expect, type Page, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch, type Running } from '../e2e/ground/launcher';
import { LatchkeyWindow } from '../pages/latchkey-window';

const pictures = path.resolve(import.meta.dirname, '../../artifacts/tour');

/** Takes a picture of the window as it stands. Transitions are over before it is taken. */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
}

async function resize({ app }: Running, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
    width,
    height,
  ] as [number, number]);
}

test('the main job', async () => {
  const profile = await mkdtemp(path.join(tmpdir(), 'latchkey-tour-'));
  let running = await launch(profile, process.env);
  let { page } = running;
  let window = new LatchkeyWindow(page);
  const violations: string[] = [];

  await test.step('First run opens', async () => {
    await expect(window.addAccount.practice).toBeVisible();
    await picture(page, '01-first-run');
  });
  await test.step('The practice service starts, and its token goes into the keychain', async () => {
    await window.addAccount.practice.click();
    await expect(window.verify.heading).toBeVisible();
    await expect(page.getByText('Keychain ready')).toBeVisible();
  });
  await test.step('A code is texted to the practice phone', async () => {
    await window.verify.requestCode();
    await expect(window.verify.useCode.first()).toBeVisible();
    await picture(page, '02-code-sent');
  });
  await test.step('A wrong code is rejected', async () => {
    await window.verify.type('000000');
    await expect(window.verify.status).toContainText('The service refused this code');
    await picture(page, '03-rejected');
  });
  await test.step('The texted code is accepted', async () => {
    await window.verify.useCode.first().click();
    await expect(window.verify.status).toContainText('Code accepted');
    await picture(page, '04-accepted');
  });
  await test.step('Recovery codes are generated and stay hidden', async () => {
    await window.open('Recovery codes');
    await window.recoveryCodes.fetch.click();
    await picture(page, '05-no-codes-yet');
    await window.recoveryCodes.generateNew();
    await expect(window.recoveryCodes.reveal).toBeVisible();
    await window.recoveryCodes.generate.click();
    await expect(window.recoveryCodes.cancel).toBeFocused();
    await picture(page, '06-generate-anew');
    await window.recoveryCodes.cancel.click();
    await picture(page, '07-hidden');
  });
  await test.step('The codes are revealed', async () => {
    await window.recoveryCodes.reveal.click();
    await expect(window.recoveryCodes.codes).toHaveCount(10);
    await picture(page, '08-revealed');
  });
  await test.step('A recovery code is accepted in place of a texted one', async () => {
    const [first = ''] = await window.recoveryCodes.shown();
    await window.open('Verify');
    await window.verify.type(first);
    await window.verify.code.press('Enter');
    await expect(window.verify.status).toContainText('Code accepted');
  });
  await test.step('Settings, dark and light', async () => {
    await window.open('Settings');
    await window.settings.checkKeychain.click();
    await expect(window.settings.status).toContainText('Checked');
    await window.settings.chooseTheme('Dark');
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(true);
    await picture(page, '09-settings-dark');
    await window.open('Verify');
    await picture(page, '10-verify-dark');
    await window.open('Settings');
    await window.settings.chooseTheme('Light');
  });
  await test.step('The window fits a narrow screen', async () => {
    await resize(running, 420, 520);
    await window.open('Verify');
    await picture(page, '11-verify-narrow');
    await window.open('Recovery codes');
    await picture(page, '12-codes-narrow');
    await resize(running, 880, 600);
  });
  await test.step('After a restart the account and its token are there', async () => {
    violations.push(...running.violations);
    await running.quit();
    running = await launch(profile, process.env);
    ({ page } = running);
    window = new LatchkeyWindow(page);
    await expect(window.accounts.locator('option')).toHaveText(['Practice service']);
    await window.open('Recovery codes');
    await window.recoveryCodes.fetch.click();
    await expect(window.recoveryCodes.reveal).toBeVisible();
  });
  await test.step('The window broke no rule of its Content Security Policy', () => {
    expect([...violations, ...running.violations]).toEqual([]);
  });

  await running.quit();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
