import { limits } from '#contract/limits';
import { type BackedUp, undescribed } from '../../src-main/core/records/backed-up';
import { writeDocument } from '../../src-main/core/backup/content/document';
import { FakeSealer } from '../fakes/fake-sealer';
import { RestorePage } from '../pages/restore-page';
import { expectAccessible } from './ground/expect-accessible';
import { expect, test as base } from './ground/fixtures';

const test = base.extend<{ restoring: RestorePage }>({
  restoring: async ({ page }, use) => use(new RestorePage(page)),
});
const passphrase = 'six words of my own';
const at = Date.UTC(2026, 10, 23);

const work: BackedUp = {
  ...undescribed,
  id: null,
  label: 'Work',
  serviceUrl: 'https://api.example.com/v1',
  tokenPrefix: '',
  sets: [],
};
const bank: BackedUp = {
  ...work,
  label: 'Bank',
  serviceUrl: null,
  sets: [
    {
      name: 'K7-4QD',
      fetchedAt: at,
      replacedAt: null,
      codes: ['abcd-efgh', 'ijkl-mnop', 'qrst-uvwx'].map((code, place) => ({
        code,
        state: place === 0 ? 'used' : 'unused',
        at: place === 0 ? at : null,
        note: '',
      })),
    },
  ],
};

/** A kit as Latchkey writes it, with an account and codes of a bank. */
const aKit = (): Promise<Uint8Array> =>
  new FakeSealer().sealWithPassphrase(
    passphrase,
    writeDocument({ madeAt: at, computer: null, accounts: [work, bank] }),
    'armored',
  );

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
  await expect(restoring.staying).toContainText(['Practice service']);
  await restoring.restore.click();
  await expect(restoring.status.first()).toContainText('2 entries were restored. One account came back');
  await restoring.seeCodes.click();
  await practiced.recoveryCodes.others.show();
  await practiced.recoveryCodes.others.open('Bank');
  await expect(practiced.recoveryCodes.rows).toHaveCount(3);

  await practiced.open('Backups');
  await practiced.backups.restore.click();
  await restoring.chooseFile.click();
  await restoring.open(passphrase);
  await expect(restoring.row('Bank')).toContainText('The same is here.');
  await expect(restoring.row('Bank').getByRole('checkbox')).not.toBeChecked();
  await expect(restoring.restore).toHaveAttribute('aria-disabled', 'true');
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
  await expect(restoring.status.first()).toContainText('One entry was restored.');
  await expect(restoring.openSettings).toBeHidden();
  await practiced.open('Settings');
  await expect(practiced.settings.account('Work')).toHaveCount(0);
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

test.describe('dropping', () => {
  test.beforeEach(async ({ practiced }) => {
    await practiced.open('Backups');
    await practiced.backups.restore.click();
  });

  test('a kit on its place opens it', async ({ restoring }) => {
    await restoring.drop(restoring.area, [{ name: 'kit.age', content: await aKit() }]);
    await restoring.open(passphrase);
    await expect(restoring.rows).toHaveCount(2);
  });

  test('what is no kit says why, and the next one can be dropped', async ({ practiced, restoring }) => {
    await restoring.drop(restoring.area, [{ name: 'kit.age', content: new Uint8Array(limits.sealed + 1) }]);
    await expect(practiced.alert).toContainText('too large');
    await restoring.drop(restoring.area, [{ name: 'a.txt', content: new TextEncoder().encode('hello') }]);
    await expect(practiced.alert).toContainText('not a sealed file');
    await restoring.drop(restoring.area, [{ name: 'kit.age', content: await aKit() }]);
    await expect(restoring.passphrase).toBeFocused();
  });

  test('a file beside its place, or on another screen, is not opened by the window', async ({
    practiced,
    restoring,
  }) => {
    const kit = { name: 'kit.age', content: await aKit() };
    expect(await restoring.drop(restoring.heading, [kit])).toBe(true);
    await expect(restoring.area).toBeVisible();
    await practiced.open('Verify');
    expect(await restoring.drop(practiced.verify.heading, [kit])).toBe(true);
    expect(await restoring.isThere()).toBe(true);
  });
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
