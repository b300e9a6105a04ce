import { LatchkeyWindow } from '../pages/latchkey-window';
import { expect, test } from './ground/fixtures';
import { openWindow } from './ground/open-window';

const passphrase = 'six words of my own making';

/** Goes to the backups with one list of codes that is worth a backup. */
async function withCodes(practiced: LatchkeyWindow): Promise<void> {
  await practiced.open('Recovery codes');
  await practiced.recoveryCodes.others.show();
  await practiced.recoveryCodes.others.add('Bank', 'abcd-efgh\nijkl-mnop\nqrst-uvwx');
  await expect(practiced.recoveryCodes.rows).toHaveCount(3);
  await practiced.open('Backups');
}

test.beforeEach(({ dialogs, files }) => {
  dialogs.folder = '/usb';
  files.make('/usb');
});

test('a backup is set up with six random words, and they open it', async ({ practiced, files }) => {
  const { backups } = practiced;
  await withCodes(practiced);
  await backups.setUp.click();
  await expect(backups.passphrase).toHaveValue(/^[a-z]+( [a-z]+){5}$/);
  const words = await backups.passphrase.inputValue();
  await backups.newWords.click();
  await expect(backups.passphrase).not.toHaveValue(words);
  const written = await backups.passphrase.inputValue();

  await backups.writtenDown.check();
  await backups.submit.click();
  await expect(practiced.alert).toContainText('Choose a folder first');
  await backups.chooseFolder.click();
  await expect(backups.dialog).toContainText('/usb');
  await backups.submit.click();
  await expect(backups.status.filter({ hasText: 'Backed up to /usb. Proven' })).toBeVisible();
  await expect(backups.dialog).toHaveCount(0);
  await expect(backups.copy('/usb')).toContainText('Up to date, written just now');
  expect(files.done.some((line) => line.startsWith('write /usb/latchkey-key.age'))).toBe(true);

  await backups.check('/usb', 'other words');
  await expect(practiced.alert).toContainText('This passphrase does not open it');
  await expect(backups.passphrase).toHaveValue('other words');
  await backups.passphrase.fill(written);
  await backups.submit.press('Enter');
  await expect(backups.dialog.getByRole('status')).toContainText('all 3 codes are there');
  await backups.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(backups.copy('/usb')).toContainText('checked today');
});

test('a check says what differs, in words of its own', async ({ practiced, files }) => {
  const { backups, recoveryCodes } = practiced;
  await withCodes(practiced);
  await backups.setUpWith(passphrase);
  await expect(backups.folders).toHaveCount(1);
  files.writeTrouble.set('/usb', 'full');
  await practiced.open('Recovery codes');
  await recoveryCodes.others.show();
  await recoveryCodes.others.open('Bank');
  await recoveryCodes.others.change.click();
  await recoveryCodes.others.label.fill('Savings');
  await recoveryCodes.others.save.click();
  await practiced.open('Backups');
  await backups.check('/usb', passphrase);
  await expect(backups.dialog).toContainText('it differs from what is here');
  await expect(backups.dialog.getByRole('listitem')).toHaveText(
    /^Bank.*It has another name in the backup\.$/,
  );
});

test('nobody goes on before the passphrase is long enough and written down', async ({ practiced, files }) => {
  const { backups } = practiced;
  await withCodes(practiced);
  await backups.setUp.click();
  await expect(backups.chooseFolder).toBeFocused();
  await backups.chooseFolder.click();
  await backups.passphrase.fill('short');
  await backups.submit.click();
  await expect(practiced.alert).toContainText('at least 8 characters');
  await backups.passphrase.fill('password1');
  await expect(practiced.alert).toContainText('Write the passphrase down first');
  await expect(backups.strength).toHaveAttribute('aria-valuetext', /weak/i);
  await expect(backups.dialog).toContainText('Six random words are safer');
  await backups.passphrase.fill(passphrase);
  await expect(backups.strength).toHaveAttribute('aria-valuetext', /^Strong/);
  await backups.passphrase.press('Enter');
  await expect(practiced.alert).toContainText('Write the passphrase down first');
  expect(files.done).toEqual([]);

  await backups.writtenDown.check();
  await backups.passphrase.fill(`${passphrase}!`);
  await expect(backups.writtenDown).not.toBeChecked();
  await backups.dialog.press('Escape');
  await expect(backups.dialog).toHaveCount(0);
  await expect(backups.setUp).toBeFocused();
});

test('every change is backed up by itself, and a folder that is gone says what to do', async ({
  practiced,
  files,
}) => {
  const { backups, recoveryCodes } = practiced;
  await withCodes(practiced);
  await practiced.open('Recovery codes');
  await recoveryCodes.others.show();
  await recoveryCodes.others.open('Bank');
  await expect(recoveryCodes.main).toContainText('Not backed up.');
  await recoveryCodes.setUpBackup.click();
  await expect(backups.dialog).toBeVisible();
  await backups.dialog.press('Escape');
  await backups.setUpWith(passphrase);
  await expect(backups.folders).toHaveCount(1);

  await practiced.open('Recovery codes');
  await recoveryCodes.others.show();
  await recoveryCodes.others.open('Bank');
  await recoveryCodes.useNext.click();
  await expect(recoveryCodes.main).toContainText('Backed up just now, checked today.');
  await practiced.open('Backups');
  await expect(backups.copy('/usb')).toContainText('2 backups kept');

  files.trouble.set('/usb', 'gone');
  await backups.backUpNow.click();
  await expect(practiced.alert).toContainText('The folder is not there');
  await expect(backups.copy('/usb')).toContainText('Folder not there');
  files.trouble.clear();
  await backups.backUpNow.click();
  await expect(backups.status.filter({ hasText: 'Backed up.' })).toBeVisible();
  await expect(backups.copy('/usb')).toContainText('Up to date');
});

test('a folder with backups asks for their passphrase and suggests none', async ({ practiced }) => {
  const { backups } = practiced;
  await withCodes(practiced);
  await backups.setUpWith(passphrase);
  await backups.copy('/usb').getByRole('button', { name: 'Remove' }).click();
  await expect(backups.dialog).toContainText('not backed up any more');
  await backups.dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(backups.status.filter({ hasText: 'The files there stay' })).toBeVisible();

  await backups.setUp.click();
  await backups.chooseFolder.click();
  await expect(backups.dialog).toContainText('has Latchkey backups already');
  await expect(backups.passphrase).toHaveValue('');
  await expect(backups.passphrase).toBeFocused();
  await backups.passphrase.fill('not this one');
  await backups.submit.click();
  await expect(practiced.alert).toContainText('under another passphrase');
  await backups.passphrase.fill(passphrase);
  await backups.submit.click();
  await expect(backups.copy('/usb')).toContainText('Up to date');
});

test('a second folder, and another passphrase for both', async ({ practiced, dialogs, files }) => {
  const { backups } = practiced;
  await withCodes(practiced);
  await backups.setUpWith(passphrase);
  dialogs.folder = '/nas';
  files.make('/nas');
  await backups.addFolder.click();
  await expect(backups.status.filter({ hasText: 'Backed up to /nas, too.' })).toBeVisible();
  await expect(backups.folders).toHaveCount(2);

  await backups.changePassphrase.click();
  await expect(backups.currentPassphrase).toBeFocused();
  await backups.currentPassphrase.fill(passphrase);
  await backups.newPassphrase.fill('another one, much longer');
  await backups.writtenDown.check();
  await backups.submit.click();
  await expect(backups.status.filter({ hasText: 'The passphrase is changed' })).toBeVisible();
  await backups.check('/nas', 'another one, much longer');
  await expect(backups.dialog.getByRole('status')).toContainText('all 3 codes are there');
});

test('new codes are not asked for when they could not be backed up, unless one says so', async ({
  practiced,
  files,
}) => {
  const { backups, recoveryCodes } = practiced;
  await withCodes(practiced);
  await backups.setUpWith(passphrase);
  await expect(backups.folders).toHaveCount(1);
  files.trouble.set('/usb', 'gone');
  await practiced.open('Recovery codes');
  await recoveryCodes.fetch.click();
  await recoveryCodes.generateNew();
  await expect(backups.dialog).toContainText('the service was not asked for new codes');
  await backups.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(backups.dialog).toHaveCount(0);
  await expect(recoveryCodes.rows).toHaveCount(0);
  await recoveryCodes.fetch.click();
  await recoveryCodes.generateNew();
  await backups.dialog.getByRole('button', { name: 'Generate without a backup' }).click();
  await expect(recoveryCodes.rows).toHaveCount(10);
  await expect(recoveryCodes.main).toContainText('Not backed up since the last change.');
});

test('a check that is due is told wherever one looks, until it is done', async ({ practiced, page }) => {
  const { backups, recoveryCodes } = practiced;
  const entry = page.getByRole('navigation').getByRole('button', { name: 'Backups' });
  await withCodes(practiced);
  await backups.setUpWith(passphrase);
  await expect(backups.folders).toHaveCount(1);
  await expect(entry).toHaveAccessibleDescription('');

  await page.clock.setSystemTime(Date.now() + 91 * 24 * 60 * 60 * 1000);
  await practiced.open('Recovery codes');
  await recoveryCodes.others.show();
  await recoveryCodes.others.open('Bank');
  await recoveryCodes.useNext.click();
  await expect(entry).toHaveAccessibleDescription('A check of your backup is due.');
  await page.getByRole('button', { name: 'Check it now' }).click();
  await expect(page.getByText('Check that it still opens')).toBeVisible();
});

test('without a vault Latchkey begins anew, and restoring is one press away', async ({
  practiced,
  page,
  vaultFile,
  ports,
}) => {
  const { backups } = practiced;
  await withCodes(practiced);
  await backups.setUpWith(passphrase);
  await expect(backups.folders).toHaveCount(1);
  vaultFile.sealed = null;
  vaultFile.backup = null;
  const again = await page.context().newPage();
  await openWindow(again, ports);
  await expect(new LatchkeyWindow(again).addAccount.practice).toBeVisible();
  await again.getByRole('button', { name: /restore/i }).click();
  await expect(again.getByRole('heading', { name: 'Restore', level: 1 })).toBeVisible();
});
