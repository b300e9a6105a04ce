import { startSession } from '../../../scripts/desktop/session.mjs';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { noSecretIn } from '../../witness/no-secret-in';
import { expect, test as base } from '../ground/fixtures';

const test = base.extend({
  session: async ({ sharedScreen }, use) => {
    const session = await startSession({ display: sharedScreen?.name, keyring: 'none' });
    await use(session);
    await session.dispose();
  },
});

test('without a keychain the token can be kept in memory for one run, and never in a file', async ({
  start,
  service,
  profile,
}) => {
  const first = await start();
  const window = new LatchkeyWindow(first.page);
  await window.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: service.token });
  await expect(window.alert).toContainText('no keychain');
  await expect(window.addAccount.token).toHaveValue(service.token);

  await window.addAccount.keepInMemory.click();
  await window.verify.requestCode();
  await window.verify.type(service.practice.messages().at(-1)?.code ?? '');
  await expect(window.verify.status).toContainText('Code accepted');
  await first.quit();
  await noSecretIn([profile], [service.token]);

  const second = await start();
  await expect(new LatchkeyWindow(second.page).accounts.locator('option')).toHaveText(['Work']);
  await expect(second.page.getByRole('button', { name: 'Enter the token again' })).toBeVisible();
});
