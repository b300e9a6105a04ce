import { type BackedUp, undescribed } from '../../src-main/core/records/backed-up';
import { writeDocument } from '../../src-main/core/backup/content/document';
import { FakeSealer } from '../fakes/fake-sealer';
import { RestorePage } from '../pages/restore-page';
import { expect, test } from './ground/fixtures';

const passphrase = 'six words of my own';
const token = 'a-token-of-somebody';

/** A kit with one account, whose service is at this address. */
const kitAt = (serviceUrl: string): Promise<Uint8Array> => {
  const work: BackedUp = { ...undescribed, id: null, label: 'Work', serviceUrl, tokenPrefix: '', sets: [] };
  const text = writeDocument({ computer: null, madeAt: Date.UTC(2026, 10, 23), accounts: [work] });
  return new FakeSealer().sealWithPassphrase(passphrase, text, 'armored');
};

test('a restored address gets a token after a yes, and is not contacted before', async ({
  practiced,
  practice,
  files,
  dialogs,
  page,
}) => {
  const service = await practice.service();
  await service.allowToken(token);
  const { origin } = new URL(service.url);
  files.make('/usb', { 'kit.age': await kitAt(service.url) });
  dialogs.sealedFile = { folder: '/usb', name: 'kit.age' };
  await practiced.open('Backups');
  await practiced.backups.restore.click();
  const restoring = new RestorePage(page);
  await restoring.chooseFile.click();
  await restoring.open(passphrase);
  await restoring.restore.click();
  await restoring.openSettings.click();

  const { settings } = practiced;
  const before = service.seen().length;
  await settings.replaceToken('Work', token);
  await expect(settings.dialog.getByText(origin, { exact: true })).toBeVisible();
  await expect(settings.dialog.getByRole('alert')).toContainText('Say yes to it first. Nothing was sent.');
  expect(service.seen()).toHaveLength(before);
  await settings.dialog.getByRole('checkbox', { name: 'Yes, send the token to this address' }).check();
  await settings.dialog.getByRole('button', { name: 'Save token' }).click();
  await expect(settings.dialog).toBeHidden();
  await expect(settings.account('Work')).not.toContainText('token missing');
  expect(service.seen().length).toBeGreaterThan(before);

  // Once is enough.
  await settings.account('Work').getByRole('button', { name: 'Replace token' }).click();
  await expect(settings.dialog.getByText(origin, { exact: true })).toBeVisible();
  await expect(settings.dialog.getByRole('checkbox')).toHaveCount(0);
});

test('where a token goes is named in full while the URL is typed', async ({ window, page }) => {
  await window.addAccount.connect.click();
  const where = page.getByText('The token goes to this address only:');
  await expect(where).toBeHidden();
  // Its first letter is of Cyrillic.
  await window.addAccount.serviceUrl.fill('https://\u0430pple.example.com:8443/v1');
  await expect(page.getByText('https://xn--pple-43d.example.com:8443', { exact: true })).toBeVisible();
  await expect(page.getByText('letters of another script')).toBeVisible();
  await window.addAccount.serviceUrl.fill(`https://api.service.test.${'long.'.repeat(30)}evil.test/v1`);
  await expect(page.getByText(/long\.evil\.test$/)).toBeVisible();
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('.origin')].some((one) => one.scrollWidth > one.clientWidth),
  );
  expect(cut).toBe(false);
  await window.addAccount.serviceUrl.fill('https://user@evil.test');
  await expect(where).toBeHidden();
});
