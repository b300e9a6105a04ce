import { RestorePage } from '../pages/restore-page';
import { expectAccessible } from './ground/expect-accessible';
import { expect, test as base } from './ground/fixtures';
import { fillWithSeveral, kitByHand, passphrase } from './ground/several-computers';

const test = base.extend<{ restoring: RestorePage }>({
  restoring: async ({ page }, use) => use(new RestorePage(page)),
});

test('backups of several computers come together, and what only older ones hold is offered', async ({
  practiced,
  restoring,
  files,
  dialogs,
  page,
}) => {
  await fillWithSeveral(files);
  dialogs.folder = '/sync';
  await practiced.open('Backups');
  await practiced.backups.restore.click();
  await restoring.chooseFolder.click();
  await restoring.open(passphrase);
  await expect(restoring.row('Bank').getByRole('checkbox')).toBeChecked();
  await expect(restoring.row('Mail').getByRole('checkbox')).toBeChecked();
  await expect(restoring.older).toHaveCount(1);
  await expect(restoring.older.getByRole('checkbox', { name: 'Library card' })).not.toBeChecked();
  await expect(page.getByRole('main')).toContainText('The newest backups of 2 computers');
  await expect(page.getByRole('main')).toContainText('has not downloaded it yet');
  await expect(page.getByRole('main')).toContainText(
    'perhaps damaged: latchkey-backup-20251127T000000000Z.age',
  );
  await expectAccessible(page);
  await restoring.older.getByRole('checkbox').check();
  await restoring.restore.click();
  await expect(restoring.status.first()).toContainText('3 lists were restored.');
  await restoring.keep.click();
  await expect(restoring.keep).toBeHidden();
  await expect(page.getByText('This computer backs up to /sync.')).toBeVisible();
  await expectAccessible(page);
  await practiced.open('Backups');
  await expect(page.getByRole('main')).toContainText('/sync');
});

test('what is wrong in a kit by hand is named, and the rest comes', async ({
  practiced,
  restoring,
  files,
  dialogs,
  page,
}) => {
  files.make('/usb', { 'kit.age': await kitByHand() });
  dialogs.sealedFile = { folder: '/usb', name: 'kit.age' };
  await practiced.open('Backups');
  await practiced.backups.restore.click();
  await restoring.chooseFile.click();
  await restoring.open(passphrase);
  await expect(page.getByRole('main')).toContainText(
    'Bank, set 1, code 2: its state is none that Latchkey knows.',
  );
  await expect(page.getByRole('main')).toContainText('Shop: its service URL is none that Latchkey takes.');
  await restoring.restore.click();
  await expect(restoring.status.first()).toContainText('One list was restored.');
});

test('a folder that is set up says what it holds, and leads to restoring it', async ({
  practiced,
  restoring,
  files,
  dialogs,
  page,
}) => {
  await fillWithSeveral(files);
  dialogs.folder = '/sync';
  await practiced.open('Backups');
  await practiced.backups.goOnWith(passphrase);
  await expect(page.getByRole('main')).toContainText('3 entries that are not on this computer, with 5 codes');
  await page.getByRole('main').getByRole('button', { name: 'Restore from this folder' }).click();
  await restoring.open(passphrase);
  await expect(restoring.rows.filter({ hasText: 'Mail' })).toHaveCount(1);
});
