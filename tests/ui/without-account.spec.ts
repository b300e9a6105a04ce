import { expect, test } from './ground/fixtures';

test('the first run leads to restoring and back', async ({ window, page }) => {
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Restore', level: 1 })).toBeVisible();
  await expect(page).toHaveTitle('Restore – Latchkey');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(window.addAccount.practice).toBeVisible();
  await expect(page).toHaveTitle('Welcome – Latchkey');
});

test('codes that are kept without an account have all screens around them', async ({ practiced, page }) => {
  const { recoveryCodes, settings } = practiced;
  await practiced.open('Recovery codes');
  await recoveryCodes.others.show();
  await recoveryCodes.others.add('Bank', 'abcd-efgh');
  await expect(recoveryCodes.rows).toHaveCount(1);
  await practiced.open('Settings');
  await settings.account('Practice service').getByRole('button', { name: 'Remove' }).click();
  await settings.dialog.getByRole('button', { name: 'Remove', exact: true }).click();

  await expect(page.getByText('There is no account yet.')).toBeVisible();
  await expect(practiced.accounts).toHaveCount(0);
  await practiced.open('Recovery codes');
  await expect(recoveryCodes.others.switch).toHaveCount(0);
  await recoveryCodes.others.open('Bank');
  await expect(recoveryCodes.rows).toHaveCount(1);
  await practiced.open('Backups');
  await expect(practiced.backups.setUp).toBeVisible();
  await practiced.open('Verify');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await practiced.addAccount.practice.click();
  await expect(practiced.verify.heading).toBeVisible();
  await expect(practiced.accounts).toBeVisible();
});

test('the first run leads to codes without an account, and back', async ({ window, page }) => {
  const { recoveryCodes } = window;
  await page.getByRole('button', { name: 'Keep codes' }).click();
  await expect(page).toHaveTitle('Recovery codes – Latchkey');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(window.addAccount.practice).toBeVisible();
  await page.getByRole('button', { name: 'Keep codes' }).click();
  await recoveryCodes.others.add('Bank', 'abcd-efgh\nijkl-mnop');
  await expect(recoveryCodes.rows).toHaveCount(2);
  await window.open('Backups');
  await expect(window.backups.setUp).toBeVisible();
});
