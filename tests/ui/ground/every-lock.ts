import type { Page } from '@playwright/test';
import type { App } from '../../../src-main/core/app';
import type { MemorySecrets } from '../../fakes/memory-secrets';
import type { MemoryVaultFile } from '../../fakes/memory-vault-file';
import type { LatchkeyWindow } from '../../pages/latchkey-window';
import { LockPage } from '../../pages/lock-page';
import { expect } from './fixtures';

const passphrase = 'lantern pebble orbit';

/** The world outside of the window. */
interface Outside {
  readonly page: Page;
  readonly app: App;
  readonly secrets: MemorySecrets;
  readonly vaultFile: MemoryVaultFile;
}

/** The settings of the lock with their dialogs, and a locked window until it makes one wait. */
export async function* everyLock(
  window: LatchkeyWindow,
  { page, app, secrets, vaultFile }: Outside,
): AsyncGenerator<string> {
  const lock = new LockPage(page);
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await window.recoveryCodes.generateNew();
  await window.open('Settings');
  app.foundLockNotices({ screen: 'silent', sleep: 'silent', idle: 'own-windows' });
  await expect(page.getByText('nothing on this desktop says so')).toBeVisible();
  yield 'settings, a lock that notices nothing';
  app.foundLockNotices({ screen: 'lost', sleep: 'followed', idle: 'system' });
  await expect(page.getByText('broke off')).toBeVisible();
  yield 'settings, a lock that lost the desktop';
  await page.getByRole('button', { name: 'Ask for a passphrase' }).click();
  await expect(lock.passphrase).not.toHaveValue('');
  yield 'settings, a first passphrase';
  await lock.passphrase.fill('password1');
  await lock.dialog.getByRole('button', { name: 'Ask for a passphrase' }).click();
  await expect(lock.alert).toBeVisible();
  yield 'settings, a passphrase that is not written down';
  await page.keyboard.press('Escape');
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  yield 'lock, by the keychain';
  secrets.trouble = 'unavailable';
  await lock.unlock.click();
  await expect(lock.alert).toBeVisible();
  yield 'lock, no keychain';
  secrets.trouble = null;
  await lock.unlock.click();
  await expect(lock.heading).toBeHidden();
  await lock.askFor(passphrase);
  yield 'settings, a passphrase is set';
  for (const button of ['Change passphrase', 'Remove passphrase']) {
    await page.getByRole('main').getByRole('button', { name: button }).click();
    yield `settings, ${button}`;
    await lock.dialog.getByLabel('Current passphrase').fill('not the one');
    if (button === 'Change passphrase') await lock.dialog.getByRole('checkbox').check();
    await lock.dialog.getByRole('button', { name: button }).click();
    await expect(lock.alert).toContainText('passphrase');
    yield `settings, ${button}, a wrong one`;
    await page.keyboard.press('Escape');
  }
  await lock.lock.click();
  await expect(lock.passphrase).toBeFocused();
  yield 'lock, by a passphrase';
  // The third one, with those of the dialogs.
  await lock.unlockWith('not the one');
  await expect(lock.alert).toContainText('again');
  yield 'lock, waiting';
  await lock.forgot.click();
  await expect(lock.dialog).toBeVisible();
  yield 'lock, starting over';
  vaultFile.stuck = true;
  await lock.dialog.getByRole('button', { name: 'Start over' }).click();
  await expect(lock.dialog.getByRole('alert')).toBeVisible();
  yield 'lock, starting over fails';
}

/** A keychain that lost the key while Latchkey ran, and one that has none. */
export async function* everyLostKey(
  window: LatchkeyWindow,
  { page, secrets }: Pick<Outside, 'page' | 'secrets'>,
): AsyncGenerator<string> {
  const lock = new LockPage(page);
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await window.recoveryCodes.generateNew();
  await window.open('Settings');
  secrets.entries.clear();
  secrets.stores = (value) => value.slice(0, 10);
  await lock.lock.click();
  await expect(page.getByText('has lost the key')).toBeVisible();
  yield 'lock, a held key';
  await lock.unlock.click();
  await window.open('Recovery codes');
  await expect(page.getByText('has lost the key')).toBeVisible();
  yield 'vault, a held key';
  secrets.stores = (value) => value;
  await page.getByRole('button', { name: 'Check keychain' }).click();
  await expect(page.getByText('has lost the key')).toBeHidden();
  await window.open('Settings');
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  secrets.entries.clear();
  await lock.unlock.click();
  await expect(lock.alert).toContainText('no key that opens');
  yield 'lock, no key';
  await page.getByRole('button', { name: 'Start over without the key' }).click();
  await expect(lock.dialog).toContainText('Start over without the key?');
  yield 'lock, starting over without the key';
}
