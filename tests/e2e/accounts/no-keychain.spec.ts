import { startSession } from '../../../scripts/desktop/session.mjs';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { LockPage } from '../../pages/lock-page';
import { PassphraseInsteadPage } from '../../pages/passphrase-instead-page';
import { noSecretIn } from '../../witness/no-secret-in';
import { expect, test as base } from '../ground/fixtures';

const test = base.extend({
  session: async ({ sharedScreen }, use) => {
    const session = await startSession({ display: sharedScreen?.name, keyring: 'none' });
    await use(session);
    await session.dispose();
  },
});
const passphrase = 'lantern pebble orbit';

test('without a keychain a passphrase that is chosen in place keeps the token, sealed', async ({
  start,
  service,
  profile,
}) => {
  const first = await start();
  const window = new LatchkeyWindow(first.page);
  await window.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: service.token });
  await expect(window.alert).toContainText('no keychain');
  await expect(window.addAccount.token).toHaveValue(service.token);

  await new PassphraseInsteadPage(first.page).choose(passphrase);
  await window.verify.requestCode();
  await window.verify.type(service.practice.messages().at(-1)?.code ?? '');
  await expect(window.verify.status).toContainText('Code accepted');
  await first.quit();
  await noSecretIn([profile], [service.token, passphrase]);

  const second = await start();
  const lock = new LockPage(second.page);
  await expect(lock.heading).toBeVisible();
  await lock.unlockWith(passphrase);
  const again = new LatchkeyWindow(second.page);
  await expect(again.accounts.locator('option')).toHaveText(['Work']);
  await again.open('Recovery codes');
  await again.recoveryCodes.fetch.click();
  await again.recoveryCodes.generateNew();
  await expect(again.recoveryCodes.rows.first()).toBeVisible();
});

test('without a keychain codes are kept and come back', async ({ start, profile }) => {
  const code = 'k7wq-9rtx';
  const first = await start();
  const window = new LatchkeyWindow(first.page);
  await first.page.getByRole('button', { name: 'Keep codes' }).click();
  await window.recoveryCodes.others.add('Bank', code);
  await expect(window.alert).toContainText('no keychain');
  await new PassphraseInsteadPage(first.page).choose(passphrase);
  await expect(window.recoveryCodes.rows).toHaveCount(1);
  await first.quit();
  await noSecretIn([profile], [code, passphrase]);

  const second = await start();
  await new LockPage(second.page).unlockWith(passphrase);
  const again = new LatchkeyWindow(second.page);
  await again.open('Recovery codes');
  await again.recoveryCodes.others.open('Bank');
  await expect(again.recoveryCodes.rows).toHaveCount(1);
});

test('the practice service needs no keychain', async ({ start }) => {
  const { page } = await start();
  const window = new LatchkeyWindow(page);
  await window.addAccount.practice.click();
  await window.verify.requestCode();
  await expect(page.getByText('This practice account is gone when Latchkey quits')).toBeVisible();
});
