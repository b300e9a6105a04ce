import type { Page } from '@playwright/test';
import { KitPage } from '../pages/kit-page';
import type { LatchkeyWindow } from '../pages/latchkey-window';
import { LockPage } from '../pages/lock-page';
import { expect, test } from './ground/fixtures';
import { lookAt } from './ground/look-at';

const passphrase = 'lantern pebble orbit';

test.beforeEach(({ dialogs, files }) => {
  dialogs.folder = '/usb';
  files.make('/usb');
});

async function withCodes(practiced: LatchkeyWindow): Promise<void> {
  await practiced.open('Recovery codes');
  await practiced.recoveryCodes.others.show();
  await practiced.recoveryCodes.others.add('Bank', 'abcd-efgh\nijkl-mnop\nqrst-uvwx');
  await expect(practiced.recoveryCodes.rows).toHaveCount(3);
  await practiced.open('Backups');
}

const look = (page: Page, name: string): Promise<void> => lookAt(page, 'one-passphrase', name);

test('the passphrase of the backups seals a kit and unlocks Latchkey; a wrong one is told at its field', async ({
  practiced,
  page,
  dialogs,
}) => {
  const { backups } = practiced;
  const [kit, lock] = [new KitPage(page), new LockPage(page)];
  dialogs.saveFolder = '/usb';
  await withCodes(practiced);
  await backups.exportKit.click();
  await expect(kit.useKnown).toHaveCount(0);
  await page.keyboard.press('Escape');
  await backups.setUpWith(passphrase);
  await expect(backups.folders).toHaveCount(1);

  await backups.exportKit.click();
  await kit.useKnown.check();
  await expect(kit.known).toBeFocused();
  await kit.known.fill('not the one that seals');
  await kit.submit.click();
  await expect(kit.failure).toHaveCount(1);
  await expect(kit.failure).toContainText('not the passphrase of your backups');
  await expect(kit.known).toHaveAttribute('aria-invalid', 'true');
  await expect(kit.known).toHaveAccessibleDescription(/not the passphrase of your backups/);
  await kit.known.fill(passphrase);
  await kit.submit.click();
  await expect(kit.saved).toContainText('Saved and opened again');
  await kit.close.click();

  await practiced.open('Settings');
  await page.getByRole('button', { name: 'Ask for a passphrase' }).click();
  await lock.useBackups.check();
  await lock.dialog.getByRole('textbox', { name: 'Passphrase of my backups' }).fill(passphrase);
  await lock.dialog.getByRole('button', { name: 'Ask for a passphrase' }).click();
  await expect(lock.dialog).toHaveCount(0);
  await lock.lock.click();
  await lock.unlockWith(passphrase);
  await expect(lock.heading).toBeHidden();
});

test('the passphrase of the lock is offered for the first backup', async ({ practiced, page }) => {
  const { backups } = practiced;
  await withCodes(practiced);
  await practiced.open('Settings');
  await new LockPage(page).askFor(passphrase);
  await practiced.open('Backups');
  await backups.setUp.click();
  await backups.chooseFolder.click();
  await backups.dialog.getByRole('checkbox', { name: 'Use the passphrase that unlocks Latchkey' }).check();
  const known = backups.dialog.getByRole('textbox', { name: 'Passphrase that unlocks Latchkey' });
  await known.fill('not the one');
  await backups.submit.click();
  await expect(known).toHaveAccessibleDescription(/does not open it/);
  await known.fill(passphrase);
  await backups.submit.click();
  await expect(backups.folders).toHaveCount(1);
  await backups.check('/usb', passphrase);
  await expect(backups.dialog.getByRole('status')).toContainText('all 3 codes are there');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [420, 880, 1440]) {
    test.describe(`${colorScheme}, ${width}`, () => {
      test.use({
        colorScheme,
        viewport: { width, height: width === 420 ? 720 : 900 },
        contextOptions: { reducedMotion: 'reduce' },
      });

      test('the choice, the meter and the card fit, and axe finds nothing', async ({ practiced, page }) => {
        test.slow();
        const { backups } = practiced;
        const kit = new KitPage(page);
        const shot = (name: string): Promise<void> => look(page, `${colorScheme}-${width}-${name}`);
        await withCodes(practiced);
        await backups.setUpWith(passphrase);
        await expect(backups.folders).toHaveCount(1);
        await shot('1-backups');
        await backups.exportKit.click();
        await backups.passphrase.fill(passphrase);
        await expect(backups.strength).toHaveAttribute('aria-valuetext', /^Fair/);
        await shot('2-fair');
        await kit.useKnown.check();
        await kit.known.fill('not the one that seals');
        await kit.submit.click();
        await expect(kit.failure).toHaveCount(1);
        await shot('3-wrong');
        await page.keyboard.press('Escape');
        await backups.changePassphrase.click();
        await shot('4-change');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Print a card to write it on' }).click();
        await expect(kit.sheet).toContainText('/usb');
        await shot('5-card');
      });
    });
  }
}
