import path from 'node:path';
import { type BackedUp, undescribed } from '../../src-main/core/records/backed-up';
import { writeDocument } from '../../src-main/core/backup/content/document';
import { FakeSealer } from '../fakes/fake-sealer';
import { LockPage } from '../pages/lock-page';
import { PassphraseInsteadPage } from '../pages/passphrase-instead-page';
import { RestorePage } from '../pages/restore-page';
import { expectAccessible } from './ground/expect-accessible';
import { expect, test as base } from './ground/fixtures';

const pictures = path.resolve(import.meta.dirname, '../../artifacts/no-keychain');
const passphrase = 'lantern pebble orbit';
const kitPassphrase = 'six words of my own';
const bank: BackedUp = {
  ...undescribed,
  id: null,
  label: 'Bank',
  serviceUrl: null,
  tokenPrefix: '',
  sets: [
    {
      name: 'K7-4QD',
      fetchedAt: 1_000,
      replacedAt: null,
      codes: [{ code: 'abcd-efgh', state: 'unused', at: null, note: '' }],
    },
  ],
};

const test = base.extend<{ instead: PassphraseInsteadPage; lock: LockPage }>({
  instead: async ({ page }, use) => use(new PassphraseInsteadPage(page)),
  lock: async ({ page }, use) => use(new LockPage(page)),
  /** There is none, from the first run on. */
  secrets: async ({ secrets }, use) => {
    secrets.trouble = 'unavailable';
    await use(secrets);
  },
});

/** Locks, and proves that the passphrase unlocks. */
async function lockAndUnlock(lock: LockPage): Promise<void> {
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  await lock.unlockWith(passphrase);
  await expect(lock.heading).toBeHidden();
}

test('a service is connected with a passphrase that is chosen in place', async ({
  window,
  page,
  practice,
  instead,
}) => {
  const service = await practice.service();
  const typed = { label: 'Work', serviceUrl: service.url, token: 'a-good-token' };
  await service.allowToken(typed.token);
  await window.addAccount.connectOwn(typed);
  await expect(window.alert).toContainText('no keychain');
  await instead.lead.click();
  await expect(instead.passphrase).toBeFocused();
  await instead.cancel.click();
  await expect(instead.lead).toBeFocused();
  await expect(window.addAccount.token).toHaveValue(typed.token);
  await instead.choose(passphrase);
  await expect(window.verify.heading).toBeVisible();
  await expect(window.accounts.locator('option')).toHaveText(['Work']);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a kit is restored with a passphrase that is chosen in place', async ({
  window,
  page,
  files,
  dialogs,
  instead,
  lock,
}) => {
  const restoring = new RestorePage(page);
  const document = writeDocument({ madeAt: 1_000, computer: null, accounts: [bank] });
  const kit = await new FakeSealer().sealWithPassphrase(kitPassphrase, document, 'armored');
  files.make('/usb', { 'kit.age': kit });
  dialogs.sealedFile = { folder: '/usb', name: 'kit.age' };
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await restoring.chooseFile.click();
  await restoring.open(kitPassphrase);
  await restoring.restore.click();
  await expect(window.alert).toContainText('no keychain');
  await instead.choose(passphrase);
  await expect(restoring.status.first()).toContainText('restored');
  await restoring.seeCodes.click();
  await window.recoveryCodes.others.open('Bank');
  await expect(window.recoveryCodes.rows).toHaveCount(1);
  await lockAndUnlock(lock);
  await window.open('Recovery codes');
  await window.recoveryCodes.others.open('Bank');
  await expect(window.recoveryCodes.rows).toHaveCount(1);
});

test('codes are kept by the keyboard alone', async ({ window, page, instead }) => {
  await page.getByRole('button', { name: 'Keep codes' }).press('Enter');
  await page.getByRole('button', { name: 'Add codes' }).first().press('Enter');
  await page.keyboard.type('Bank');
  await page.keyboard.press('Tab');
  await page.keyboard.type('abcd-efgh');
  const { others } = window.recoveryCodes;
  await expect(others.understood).toHaveCount(1);
  // Past the buttons of the field, the box and the buttons of the row, and “Cancel”.
  for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press('Tab');
  await expect(others.save).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(instead.lead).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(instead.lead).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(instead.passphrase).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(instead.form).toContainText('Write the passphrase down first');
  await expect(instead.writtenDown).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(window.recoveryCodes.rows).toHaveCount(1);
});

test('what fails again, for another reason, keeps what was typed, and the keyboard', async ({
  window,
  page,
  vaultFile,
  instead,
}) => {
  await page.getByRole('button', { name: 'Keep codes' }).click();
  await window.recoveryCodes.others.add('Bank', 'abcd-efgh');
  await expect(instead.lead).toBeVisible();
  vaultFile.full = true;
  await instead.choose(passphrase);
  await expect(instead.form).toBeHidden();
  await expect(window.alert).toContainText('could not');
  await expect(instead.lead).toBeHidden();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Label' })).toBeFocused();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Codes' })).toHaveValue('abcd-efgh');
});

test('a practice account needs no keychain, and says for how long it is there', async ({
  practiced,
  page,
  instead,
}) => {
  await expect(page.getByText('This practice account is gone when Latchkey quits')).toBeVisible();
  await practiced.verify.requestCode();
  await instead.choose(passphrase);
  await expect(instead.form).toBeHidden();
  await expect(instead.lead).toBeHidden();
});

test('a locked keychain is opened first, and a passphrase is the second way', async ({
  window,
  page,
  secrets,
  instead,
}) => {
  secrets.trouble = 'locked';
  await page.getByRole('button', { name: 'Keep codes' }).click();
  await window.recoveryCodes.others.add('Bank', 'abcd-efgh');
  await expect(window.alert).toHaveText(/is locked.*Unlock your keyring.*A passphrase can take/s);
  await instead.choose(passphrase);
  await expect(window.recoveryCodes.rows).toHaveCount(1);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [420, 700],
    [880, 600],
    [1440, 900],
  ] as const) {
    test.describe(`${colorScheme}, ${width}`, () => {
      test.use({ colorScheme, viewport: { width, height }, contextOptions: { reducedMotion: 'reduce' } });

      test('what stands in for a keychain fits, and axe finds nothing', async ({
        window,
        page,
        practice,
        instead,
      }) => {
        test.slow();
        const look = async (name: string): Promise<void> => {
          await page.screenshot({
            path: path.join(pictures, `${colorScheme}-${width}-${name}.png`),
            animations: 'disabled',
          });
          await expectAccessible(page, name);
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(wider, name).toBeLessThanOrEqual(0);
        };
        const { url } = await practice.service();
        await practice.allowToken('a-good-token');
        await window.addAccount.connectOwn({ label: 'Work', serviceUrl: url, token: 'a-good-token' });
        await expect(instead.lead).toBeVisible();
        await look('1-connect');
        await instead.lead.click();
        await expect(instead.passphrase).not.toHaveValue('');
        await look('2-connect-choosing');
        await instead.passphrase.fill('lantern pebble');
        await expect(instead.form.getByRole('meter')).toBeVisible();
        await instead.use.click();
        await look('3-connect-missing');
        await instead.cancel.click();
        await page.getByRole('button', { name: 'Back' }).click();
        await page.getByRole('button', { name: 'Keep codes' }).click();
        await window.recoveryCodes.others.add('Bank', 'abcd-efgh');
        await expect(instead.lead).toBeVisible();
        await look('4-dialog');
        await instead.lead.click();
        await expect(instead.passphrase).not.toHaveValue('');
        await look('5-dialog-choosing');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Back' }).click();
        await window.addAccount.practice.click();
        await expect(instead.lead).toBeVisible();
        await look('6-practice');
        await instead.lead.click();
        await expect(instead.passphrase).not.toHaveValue('');
        await look('7-practice-choosing');
      });
    });
  }
}
