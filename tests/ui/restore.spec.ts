import { writeDocument } from '../../src-main/core/backup/content/document';
import { FakeSealer } from '../fakes/fake-sealer';
import { aCode, aKit, aSet, at, passphrase, work, restoring as test } from './ground/a-kit';
import { expectAccessible } from './ground/expect-accessible';
import { expect } from './ground/fixtures';

test('what is in a kit is shown, chosen and taken in', async ({ practiced, restoring, files, dialogs }) => {
  files.make('/usb', { 'kit.age': await aKit() });
  await practiced.open('Backups');
  await practiced.backups.restore.click();
  await restoring.chooseFile.click();
  await expect(restoring.area).toBeVisible();

  dialogs.sealedFile = { folder: '/usb', name: 'kit.age' };
  await restoring.chooseFile.click();
  await restoring.open('not the right one');
  await expect(practiced.alert).toContainText('This passphrase does not open it');
  await expect(restoring.passphrase).toHaveValue('not the right one');
  await restoring.open(passphrase);
  await expect(restoring.row('Bank')).toContainText('2 of 3 left');
  await expect(restoring.row('Bank').getByRole('checkbox')).toBeChecked();
  await restoring.unfold('Stays as it is');
  await expect(restoring.staying).toContainText(['Practice service']);
  await expect(restoring.restore).toHaveAccessibleName('Restore 2 lists, 3 codes');
  await restoring.restore.click();
  await expect(restoring.status.first()).toContainText('2 lists were restored. One account came back');
  await restoring.seeCodes.click();
  await practiced.recoveryCodes.others.show();
  await practiced.recoveryCodes.others.open('Bank');
  await expect(practiced.recoveryCodes.rows).toHaveCount(3);

  await practiced.open('Backups');
  await practiced.backups.restore.click();
  await restoring.chooseFile.click();
  await restoring.open(passphrase);
  await expect(restoring.rows).toHaveCount(0);
  await restoring.unfold('Here already');
  await expect(restoring.row('Bank')).toContainText('2 of 3 left');
  await expect(restoring.row('Bank').getByRole('checkbox')).toHaveCount(0);
  await expect(restoring.restore).toHaveAttribute('aria-disabled', 'true');
  await expect(restoring.restore).toHaveAccessibleDescription('There is nothing here to restore.');
});

test('what is left out does not come', async ({ practiced, restoring, files, dialogs }) => {
  files.make('/usb', { 'kit.age': await aKit() });
  dialogs.sealedFile = { folder: '/usb', name: 'kit.age' };
  await practiced.open('Backups');
  await practiced.backups.restore.click();
  await restoring.chooseFile.click();
  await restoring.open(passphrase);
  await restoring.row('Work').getByRole('checkbox').uncheck();
  await restoring.restore.click();
  await expect(restoring.status.first()).toContainText('One list was restored.');
  await expect(restoring.openSettings).toBeHidden();
  await practiced.open('Settings');
  await expect(practiced.settings.account('Work')).toHaveCount(0);
});

test('codes are shown without restoring, one row at a time, and leave the window with the screen', async ({
  practiced,
  restoring,
  files,
  dialogs,
  page,
  desktop,
  vaultFile,
}) => {
  files.make('/usb', { 'kit.age': await aKit() });
  dialogs.sealedFile = { folder: '/usb', name: 'kit.age' };
  await practiced.open('Backups');
  await practiced.backups.restore.click();
  await restoring.chooseFile.click();
  await restoring.open(passphrase);
  const written = vaultFile.sealed;
  await restoring.row('Bank').getByRole('button', { name: 'Show codes: Bank' }).click();
  await expect(restoring.codesOf('Bank').getByRole('listitem')).toHaveText([
    /abcd-efgh.*Used/s,
    /ijkl-mnop/,
    /qrst-uvwx/,
  ]);
  await restoring.codesOf('Bank').getByRole('button', { name: 'Copy code 2' }).click();
  await expect(restoring.codesOf('Bank')).toContainText('Copied code 2.');
  expect(desktop.clipboard).toBe('ijkl-mnop');
  await restoring.row('Work').getByRole('button', { name: 'Show codes: Work' }).click();
  await expect(restoring.codesOf('Work')).toContainText('No recovery codes.');
  await expect(restoring.codesOf('Bank')).toBeHidden();
  await restoring.row('Bank').getByRole('button', { name: 'Show codes: Bank' }).click();
  await expect(restoring.codesOf('Bank')).toContainText('qrst-uvwx');
  await restoring.back.click();
  await expect(practiced.backups.heading).toBeVisible();
  expect(await page.content()).not.toContain('qrst-uvwx');
  expect(vaultFile.sealed).toBe(written);
});

test('2,000 lists are one folded group, found by their names, and the sum stays in view', async ({
  practiced,
  restoring,
  files,
  dialogs,
  page,
}) => {
  const many = Array.from({ length: 2_000 }, (_, place) => ({
    ...work,
    label: `Site ${place + 1}`,
    serviceUrl: null,
  }));
  const accounts = many.map((one, place) => ({
    ...one,
    sets: [{ ...aSet, codes: [aCode(`code-${place}`)] }],
  }));
  const text = writeDocument({ madeAt: at, computer: null, accounts });
  files.make('/usb', { 'kit.age': await new FakeSealer().sealWithPassphrase(passphrase, text, 'armored') });
  dialogs.sealedFile = { folder: '/usb', name: 'kit.age' };
  await practiced.open('Backups');
  await practiced.backups.restore.click();
  await restoring.chooseFile.click();
  await restoring.open(passphrase);
  await expect(restoring.restore).toHaveAccessibleName('Restore 2,000 lists, 2,000 codes');
  await expect(restoring.rows).toHaveCount(0);
  await restoring.unfold('New here');
  await expect(restoring.rows).toHaveCount(2_000);
  await expect(restoring.restore).toBeInViewport({ ratio: 1 });
  await restoring.row('Site 1').first().getByRole('checkbox').uncheck();
  await expect(restoring.restore).toHaveAccessibleName('Restore 1,999 lists, 1,999 codes');
  await page.getByRole('button', { name: 'None', exact: true }).click();
  await expect(restoring.restore).toHaveAttribute('aria-disabled', 'true');
  await expect(restoring.restore).toHaveAccessibleDescription(
    'No list is chosen yet: tick what you want back.',
  );
  await page.getByRole('textbox', { name: 'Search in it' }).fill('site 1977');
  await expect(restoring.rows).toHaveCount(1);
  await restoring.row('Site 1977').getByRole('checkbox').check();
  await expect(restoring.restore).toHaveAccessibleName('Restore 1 list, 1 code');
});

test('a first run begins with a kit', async ({ window, restoring, files, dialogs, page }) => {
  files.make('/usb', { 'kit.age': await aKit() });
  dialogs.sealedFile = { folder: '/usb', name: 'kit.age' };
  await page.getByRole('button', { name: 'Restore' }).click();
  await restoring.chooseFile.click();
  await restoring.open(passphrase);
  await restoring.restore.click();
  await restoring.openSettings.click();
  await expect(window.settings.account('Work')).toBeVisible();
});

test('going back forgets the passphrase and the file', async ({ practiced, restoring, files, dialogs }) => {
  files.make('/usb', { 'kit.age': await aKit() });
  dialogs.sealedFile = { folder: '/usb', name: 'kit.age' };
  await practiced.open('Backups');
  await practiced.backups.restore.click();
  await restoring.chooseFile.click();
  await restoring.passphrase.fill(passphrase);
  await restoring.back.click();
  await practiced.backups.restore.click();
  await expect(restoring.area).toBeVisible();
  await restoring.chooseFile.click();
  await expect(restoring.passphrase).toHaveValue('');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the way through (${colorScheme})`, async ({
    practiced,
    restoring,
    files,
    dialogs,
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    files.make('/usb', { 'kit.age': await aKit() });
    dialogs.sealedFile = { folder: '/usb', name: 'kit.age' };
    await practiced.open('Backups');
    await practiced.backups.restore.click();
    await expectAccessible(page);
    await restoring.chooseFile.click();
    await restoring.open('not the right one');
    await expect(practiced.alert).toBeVisible();
    await expectAccessible(page);
    await restoring.open(passphrase);
    await expect(restoring.rows).toHaveCount(2);
    await expectAccessible(page);
    await restoring.restore.click();
    await expect(restoring.seeCodes).toBeVisible();
    await expectAccessible(page);
  });
}
