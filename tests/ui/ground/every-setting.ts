import type { Page } from '@playwright/test';
import type { App } from '../../../src-main/core/app';
import type { FakeLoginStart } from '../../fakes/fake-login-start';
import type { FakeQuickVerify } from '../../fakes/fake-quick-verify';
import type { FakeUpdates } from '../../fakes/fake-updates';
import type { MemorySecrets } from '../../fakes/memory-secrets';
import type { LatchkeyWindow } from '../../pages/latchkey-window';
import { expect } from './fixtures';

/** The world outside of the window. */
interface Outside {
  readonly page: Page;
  readonly app: App;
  readonly secrets: MemorySecrets;
  readonly loginStart: FakeLoginStart;
  readonly quickVerify: FakeQuickVerify;
  readonly updates: FakeUpdates;
}

/** The dialogs of an account, each with a failure, and a keychain in every trouble. */
export async function* everyAccountSetting(
  window: LatchkeyWindow,
  { page, secrets }: Pick<Outside, 'page' | 'secrets'>,
): AsyncGenerator<string> {
  const { settings } = window;
  await window.addAccount.connectOwn({
    ...{ label: 'Work', serviceUrl: 'http://127.0.0.1:9/v1', token: 'a-good-token' },
  });
  await expect(window.verify.heading).toBeVisible();
  await window.open('Settings');
  const submit = settings.dialog.locator('button[type="submit"]');
  for (const name of ['Rename', 'Replace token', 'Change URL']) {
    await settings.account('Work').getByRole('button', { name }).click();
    await expect(settings.dialog).toBeVisible();
    yield `settings, ${name}`;
    if (name === 'Rename') await settings.dialog.getByRole('textbox', { name: 'Label' }).fill('');
    await submit.click();
    await expect(settings.dialog.getByRole('alert')).toBeVisible();
    yield `settings, ${name}, a failure`;
    await page.keyboard.press('Escape');
  }
  await settings.checkKeychain.click();
  await expect(settings.status).toContainText('Checked at');
  yield 'settings, keychain ready';
  for (const [trouble, said] of [
    ['locked', 'locked'],
    ['unavailable', 'not available'],
    ['timed-out', 'not answering'],
    ['crashed', 'stopped'],
  ] as const) {
    secrets.trouble = trouble;
    await settings.checkKeychain.click();
    await expect(page.getByRole('definition').getByText(said, { exact: true })).toBeVisible();
    yield `settings, keychain ${trouble}`;
  }
  await settings.replaceToken('Work', 'another-good-token');
  await expect(window.alert).toContainText('keychain');
  yield 'settings, a token that the keychain does not take';
}

/** How Latchkey behaves on the desktop, the shortcuts, newer versions and diagnostics. */
export async function* everyDesktopSetting(
  window: LatchkeyWindow,
  { page, app, loginStart, quickVerify, updates }: Omit<Outside, 'secrets'>,
): AsyncGenerator<string> {
  await window.open('Settings');
  const main = page.getByRole('main');
  app.foundTray('there');
  await expect(page.getByRole('checkbox', { name: 'Stay in the tray' })).toBeVisible();
  yield 'settings, a tray';
  app.foundTray('none');
  await expect(page.getByText('This desktop shows no tray')).toBeVisible();
  yield 'settings, no tray';
  for (const [state, said] of [
    ['needs-approval', 'macOS waits for you'],
    ['impossible', 'cannot set this from where it runs'],
    ['off', 'It starts without a window'],
  ] as const) {
    loginStart.state = state;
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(page.getByText(said)).toBeVisible();
    yield `settings, login start ${state}`;
  }
  loginStart.writable = false;
  await page.getByRole('checkbox', { name: 'Start Latchkey when you log in' }).click();
  await expect(window.alert).toContainText('Starting at login');
  yield 'settings, login start not set';
  const field = page.getByRole('textbox', { name: 'Shortcut for quick verify' });
  quickVerify.taken.add('CommandOrControl+Alt+J');
  await field.press('Control+Alt+j');
  await expect(main).toContainText('It stays');
  yield 'settings, a shortcut that is taken';
  await page.getByRole('button', { name: 'Off', exact: true }).click();
  await field.press('Control+Alt+j');
  await expect(main).toContainText('The shortcut stays off');
  yield 'settings, a shortcut that stays off';
  await page.getByRole('button', { name: 'Show all shortcuts' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  yield 'sheet of shortcuts';
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show diagnostics' }).click();
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  yield 'settings, diagnostics';
  await page.keyboard.press('Escape');

  const look = page.getByRole('button', { name: 'Look for newer versions' });
  await look.click();
  await expect(page.getByText('This is the newest version.')).toBeVisible();
  yield 'settings, the newest version';
  updates.failing = { look: 'not-genuine' };
  await look.click();
  await expect(main).toContainText('does not bear the signature');
  yield 'settings, a version that is not genuine';
  updates.failing = { install: 'not-installed' };
  updates.newer = '0.2.0';
  await look.click();
  await expect(main).toContainText('is out.');
  yield 'settings, a newer version';
  await window.open('Verify');
  await expect(main).toContainText('is out.');
  yield 'verify, a newer version';
  await window.open('Settings');
  await page.getByText('Fetch them').click();
  await page.getByRole('button', { name: 'Fetch it' }).click();
  await expect(main).toContainText('its signature is good');
  yield 'settings, a version that was fetched';
  await page.getByRole('button', { name: 'Install and restart' }).click();
  await expect(main).toContainText('was not installed');
  yield 'settings, a version that was not installed';
}
