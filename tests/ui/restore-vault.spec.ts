import { takeOver } from '../../src-main/core/vault/take-over';
import { writeContents } from '../../src-main/core/vault/vault-contents';
import { FakeSealer } from '../fakes/fake-sealer';
import { LockPage } from '../pages/lock-page';
import { RestorePage } from '../pages/restore-page';
import { expectAccessible } from './ground/expect-accessible';
import { expect, test as base } from './ground/fixtures';

const test = base.extend<{ restoring: RestorePage }>({
  restoring: async ({ page }, use) => use(new RestorePage(page)),
});
const at = Date.UTC(2026, 10, 23);

/** A vault of another time or computer, sealed to a key that is in the keychain. */
const sealedVault = (): Promise<Uint8Array> =>
  new FakeSealer().sealTo(
    'age1fake0000',
    writeContents(
      takeOver(
        [
          {
            id: '7d8b4a51-3a2c-4f0e-9a55-1f0c2b3d4e5f',
            label: 'Bank',
            sets: [
              {
                name: 'K7-4QD',
                fetchedAt: at,
                replacedAt: null,
                codes: [
                  { code: 'abcd-efgh', state: 'used', at, note: '' },
                  { code: 'ijkl-mnop', state: 'unused', at: null, note: '' },
                  { code: 'qrst-uvwx', state: 'unused', at: null, note: '' },
                ],
              },
            ],
          },
        ],
        null,
        true,
        '0011223344556677',
      ),
      key,
    ),
  );
const key = 'AGE-SECRET-KEY-1FAKE0000';

test('a vault whose key is at hand opens by one press', async ({
  practiced,
  page,
  restoring,
  files,
  dialogs,
  secrets,
}) => {
  secrets.entries.set('vault-identity', key);
  files.make('/usb', { 'vault.age': await sealedVault() });
  dialogs.sealedFile = { folder: '/usb', name: 'vault.age' };
  await practiced.open('Backups');
  await practiced.backups.restore.click();
  await restoring.chooseFile.click();
  await expect(page.getByText('A vault that opens with a key on this computer')).toBeVisible();
  await expect(restoring.openButton).toBeFocused();
  await expect(restoring.passphrase).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(restoring.row('Bank')).toContainText('2 of 3 left');
  await restoring.restore.click();
  await expect(restoring.status).toContainText('One list was restored.');
});

test('a vault that was put aside is offered, and brought back by one press and a yes', async ({
  practiced,
  page,
  restoring,
  vaultFile,
  secrets,
}) => {
  const lock = new LockPage(page);
  await practiced.open('Settings');
  await lock.lock.click();
  secrets.entries.set('vault-identity', key);
  vaultFile.aside.push(await sealedVault());
  await lock.unlock.click();
  await practiced.open('Recovery codes');
  const offer = page.getByRole('button', { name: 'Bring them back' });
  await expect(offer).toBeVisible();
  await expectAccessible(page);
  await offer.click();
  await expect(restoring.row('Bank')).toContainText('2 of 3 left');
  await restoring.restore.click();
  await restoring.seeCodes.click();
  await expect(offer).toHaveCount(0);
});
