import { KitPage } from '../pages/kit-page';
import { expectAccessible } from './ground/expect-accessible';
import { expect, test as base } from './ground/fixtures';

const test = base.extend<{ kit: KitPage }>({
  kit: async ({ page }, use) => use(new KitPage(page)),
});
const passphrase = 'six words of my own';

test.beforeEach(async ({ practiced, kit }) => {
  const { recoveryCodes } = practiced;
  await practiced.open('Recovery codes');
  await recoveryCodes.fetch.click();
  await recoveryCodes.generateNew();
  await expect(recoveryCodes.rows).toHaveCount(10);
  await recoveryCodes.used(1).click();
  await expect(recoveryCodes.used(1)).toBeChecked();
  await practiced.open('Backups');
  await practiced.backups.exportKit.click();
  await expect(kit.passphrase).toHaveValue(/^(\S+ ){5}\S+$/);
});

test('a kit is saved as a file, and said to be so when it opened again', async ({ kit, files, dialogs }) => {
  const folder = files.make('/usb');
  await kit.submit.click();
  await expect(kit.failure).toContainText('Write the passphrase down');
  await kit.type(passphrase);
  await kit.submit.click();
  await expect(kit.saved).toBeEmpty();
  expect(files.done).toEqual([]);

  dialogs.saveFolder = '/usb';
  await kit.submit.click();
  await expect(kit.saved).toContainText('Saved and opened again: latchkey-kit-');
  expect([...folder.keys()]).toEqual(dialogs.suggested.slice(-1));
  await kit.close.click();
  await expect(kit.dialog).toBeHidden();
});

test('a kit that does not open again is not called saved', async ({ kit, files, dialogs }) => {
  files.make('/usb');
  files.stores = (content) => content.slice(0, -40);
  dialogs.saveFolder = '/usb';
  await kit.type(passphrase);
  await kit.submit.click();
  await expect(kit.failure).toContainText('could not be saved');
  await expect(kit.saved).toBeEmpty();
  await expect(kit.passphrase).toHaveValue(passphrase);
});

test('a kit for a trusted person needs their key alone', async ({ kit, files, dialogs }) => {
  files.make('/usb');
  dialogs.saveFolder = '/usb';
  await kit.choose('For a trusted person');
  await expect(kit.dialog).toContainText('Latchkey cannot check whose key it is');
  await kit.recipient.fill('ssh-ed25519 AAAA');
  await kit.submit.click();
  await expect(kit.failure).toContainText('no age public key');
  await kit.recipient.fill(' age1fakefriend ');
  await kit.submit.click();
  await expect(kit.saved).toContainText('Saved and read back: latchkey-kit-');
});

test('a kit on paper shows the codes, those that are spent ticked, and the QR codes', async ({
  kit,
  page,
  paper,
  files,
  dialogs,
}) => {
  await kit.choose('On paper');
  await kit.type(passphrase);
  await kit.showPage.click();
  await expect(kit.codes).toHaveCount(10);
  await expect(kit.codes.filter({ hasText: 'used' })).toHaveCount(1);
  await expect(kit.qrCodes.first()).toHaveAccessibleName(/^QR code 1 of \d+$/);
  await expect(kit.sheet).not.toContainText(passphrase);

  paper.cancelled = true;
  await kit.print.click();
  await expect(kit.print).toHaveAttribute('aria-disabled', 'false');
  await expect(kit.status.first()).toBeEmpty();
  paper.cancelled = false;
  await kit.print.click();
  await expect(page.getByText('Handed to the printer.')).toBeVisible();
  expect(paper.printed).toBe(1);

  files.make('/usb');
  dialogs.saveFolder = '/usb';
  await kit.saveAsPdf.click();
  await expect(page.getByText(/^Saved: latchkey-kit-.*\.pdf$/)).toBeVisible();
  paper.jammed = true;
  await kit.print.click();
  await expect(page.getByRole('alert')).toContainText('could not be printed');
});

test('a page without the codes has none of them', async ({ kit }) => {
  await kit.choose('On paper');
  await expect(kit.withCodes).toBeChecked();
  await kit.withCodes.uncheck();
  await kit.type(passphrase);
  await kit.showPage.click();
  await expect(kit.qrCodes.first()).toBeVisible();
  await expect(kit.codes).toHaveCount(0);
  await expect(kit.sheet).toContainText('It holds: Practice service');
});

test('the page leaves the window with the screen', async ({ kit, practiced, page }) => {
  await kit.choose('On paper');
  await kit.type(passphrase);
  await kit.showPage.click();
  await expect(kit.codes).toHaveCount(10);
  const [code = ''] = await kit.codes.locator('.code').allTextContents();
  await kit.done.click();
  await expect(practiced.backups.heading).toBeVisible();
  expect(await page.content()).not.toContain(code);
});

test('on paper there is the page alone, as long as it is, in black on white', async ({ kit, page }) => {
  await kit.choose('On paper');
  await kit.type(passphrase);
  await kit.showPage.click();
  await expect(kit.codes).toHaveCount(10);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(kit.print).toBeHidden();
  await expect(kit.sheet).toBeVisible();
  await expect(kit.sheet).toHaveCSS('color', 'rgb(0, 0, 0)');
  const [sheetEnd, pageEnd] = await kit.sheet.evaluate((sheet) => [
    sheet.getBoundingClientRect().bottom,
    document.documentElement.scrollHeight,
  ]);
  expect(sheetEnd).toBeGreaterThan(600);
  expect(pageEnd).toBeGreaterThanOrEqual(Math.floor(sheetEnd));
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the dialog and on the page (${colorScheme})`, async ({ kit, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const kind of ['A file', 'For a trusted person', 'On paper'] as const) {
      await kit.choose(kind);
      await expectAccessible(page);
    }
    await kit.type(passphrase);
    await kit.showPage.click();
    await expect(kit.codes).toHaveCount(10);
    await expectAccessible(page);
  });
}
