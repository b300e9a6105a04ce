import type { Page } from '@playwright/test';
import { LockPage } from '../pages/lock-page';
import { expect, test } from './ground/fixtures';
import { lookAt } from './ground/look-at';

const passphrase = 'lantern pebble orbit';

const look = (page: Page, name: string): Promise<void> => lookAt(page, 'lock', name);

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [shape, viewport] of [
    ['wide', { width: 880, height: 600 }],
    ['narrow', { width: 420, height: 520 }],
  ] as const) {
    test.describe(`${colorScheme}, ${shape}`, () => {
      test.use({ colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

      test('every state of the lock fits, and axe finds nothing', async ({ practiced, page, secrets }) => {
        test.slow();
        const shot = (name: string): Promise<void> => look(page, `${colorScheme}-${shape}-${name}`);
        const lock = new LockPage(page);
        await practiced.open('Recovery codes');
        await practiced.recoveryCodes.fetch.click();
        await practiced.recoveryCodes.generateNew();
        await practiced.open('Settings');
        await page.getByRole('heading', { name: 'Security' }).scrollIntoViewIfNeeded();
        await shot('1-settings');
        await lock.lock.click();
        await expect(lock.unlock).toBeFocused();
        await shot('2-keychain');
        secrets.trouble = 'unavailable';
        await lock.unlock.click();
        await expect(lock.alert).toBeVisible();
        await shot('3-keychain-unavailable');
        secrets.trouble = null;
        await lock.unlock.click();
        await expect(lock.heading).toBeHidden();
        await page.getByRole('button', { name: 'Ask for a passphrase' }).click();
        await expect(lock.passphrase).not.toHaveValue('');
        await shot('4-set-passphrase');
        await page.keyboard.press('Escape');
        await lock.askFor(passphrase);
        await page.getByRole('button', { name: 'Remove passphrase' }).click();
        await shot('5-remove-passphrase');
        await page.keyboard.press('Escape');
        await lock.lock.click();
        await expect(lock.passphrase).toBeFocused();
        await shot('6-passphrase');
        for (let time = 0; time < 3; time += 1) {
          await lock.unlockWith('not the one');
          await expect(lock.alert).toBeVisible();
          await expect(lock.unlock).toHaveText('Unlock');
          await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === '');
        }
        await expect(lock.alert).toContainText('again');
        await shot('7-wait');
        await lock.forgot.click();
        await shot('8-forgotten');
      });

      test('every state of a lost key fits, and axe finds nothing', async ({ practiced, page, secrets }) => {
        test.slow();
        const shot = (name: string): Promise<void> => look(page, `${colorScheme}-${shape}-key-${name}`);
        const lock = new LockPage(page);
        await practiced.open('Recovery codes');
        await practiced.recoveryCodes.fetch.click();
        await practiced.recoveryCodes.generateNew();
        await practiced.open('Settings');
        const entries = new Map(secrets.entries);
        secrets.entries.clear();
        secrets.stores = (value) => value.slice(0, 10);
        await lock.lock.click();
        await expect(page.getByText('has lost the key')).toBeVisible();
        await shot('1-held');
        await lock.unlock.click();
        await practiced.open('Recovery codes');
        await expect(page.getByText('has lost the key')).toBeVisible();
        await shot('2-held-inside');
        secrets.stores = (value) => value;
        await page.getByRole('button', { name: 'Check keychain' }).click();
        await expect(page.getByText('has lost the key')).toBeHidden();
        await practiced.open('Settings');
        await lock.lock.click();
        await expect(lock.heading).toBeVisible();
        secrets.entries.clear();
        await lock.unlock.click();
        await expect(lock.alert).toContainText('no key that opens');
        await shot('3-missing');
        await page.getByRole('button', { name: 'Start over without the key' }).click();
        await expect(lock.dialog).toContainText('Start over without the key?');
        await shot('4-start-over');
        await page.keyboard.press('Escape');
        for (const [name, value] of entries) secrets.entries.set(name, value);
        await lock.unlock.click();
        await expect(lock.heading).toBeHidden();
      });
    });
  }
}

test('Enter unlocks, and what was on the screen is there again', async ({ practiced, page }) => {
  const lock = new LockPage(page);
  await practiced.open('Settings');
  await lock.lock.press('Enter');
  await expect(lock.heading).toBeVisible();
  await expect(page.getByText('Practice')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('revealed codes and what was typed are gone for good', async ({ practiced, page, screenGuard }) => {
  const lock = new LockPage(page);
  await practiced.verify.code.fill('12');
  await practiced.open('Recovery codes');
  await practiced.recoveryCodes.fetch.click();
  await practiced.recoveryCodes.generateNew();
  await practiced.recoveryCodes.reveal.click();
  await expect(practiced.recoveryCodes.codes).toHaveCount(10);
  expect(screenGuard.on).toBe(true);
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  expect(screenGuard.on).toBe(false);
  await lock.unlock.click();
  await expect(practiced.recoveryCodes.reveal).toBeVisible();
  await practiced.open('Verify');
  await expect(practiced.verify.code).toHaveValue('');
});

test('the time until it locks is chosen, and the passphrase set, changed and removed', async ({
  practiced,
  page,
}) => {
  const lock = new LockPage(page);
  await practiced.open('Settings');
  const time = page.getByLabel('Lock when nobody touches the computer for');
  await expect(time).toHaveValue('300');
  await time.selectOption('15 minutes');
  await expect(time).toHaveValue('900');
  await lock.askFor(passphrase);
  await page.getByRole('button', { name: 'Remove passphrase' }).click();
  await lock.dialog.getByLabel('Current passphrase').fill('not the one');
  await page.keyboard.press('Enter');
  await expect(lock.alert).toContainText('passphrase');
  await lock.dialog.getByLabel('Current passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(lock.dialog).toBeHidden();
  await expect(page.getByText('asks for no passphrase any more')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`quick verify unlocks, too, in ${colorScheme}`, async ({ quick }) => {
    await quick.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const lock = new LockPage(quick.page);
    await quick.backend.addPracticeAccount({});
    await quick.type('123');
    await quick.backend.lock({});
    await expect(lock.heading).toBeVisible();
    await expect(quick.code).toHaveValue('');
    await look(quick.page, `quick-${colorScheme}-1-keychain`);
    await lock.unlock.click();
    await expect(quick.code).toBeFocused();
    await expect(quick.code).toHaveValue('');
    await quick.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
    await quick.backend.lock({});
    await expect(lock.passphrase).toBeFocused();
    await look(quick.page, `quick-${colorScheme}-2-passphrase`);
    await lock.unlockWith(passphrase);
    await expect(quick.code).toBeFocused();
  });
}
