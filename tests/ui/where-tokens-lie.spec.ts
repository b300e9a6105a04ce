import { LockPage } from '../pages/lock-page';
import { expect, test } from './ground/fixtures';

const passphrase = 'lantern pebble orbit';

for (const by of ['keychain', 'passphrase'] as const) {
  const sealed = by === 'passphrase';

  test(`what is said of tokens is true where the ${by} unlocks`, async ({
    practiced,
    page,
    practice,
    secrets,
  }) => {
    const lock = new LockPage(page);
    const { url } = await practice.service();
    await practice.allowToken('a-good-token');
    await practiced.open('Settings');
    if (sealed) await lock.askFor(passphrase);
    await expect(page.getByRole('definition').first()).toHaveText(
      sealed ? 'The vault, sealed by your passphrase' : 'Secret Service',
    );
    await practiced.settings.addAccount.click();
    await expect(practiced.addAccount.connect).toHaveAccessibleDescription(
      sealed ? /sealed by your passphrase/ : /goes into your keychain/,
    );
    await practiced.addAccount.connect.click();
    await expect(page.getByRole('main')).toContainText(
      sealed ? 'Kept on this computer, sealed by your passphrase.' : 'Kept in the keychain of this computer.',
    );
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await practiced.addAccount.connectOwn({ label: 'Work', serviceUrl: url, token: 'a-good-token' });
    await expect(practiced.verify.heading).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText(
      sealed ? 'Sealed by your passphrase' : 'Keychain ready',
    );
    expect([...secrets.entries.keys()].some((name) => name.startsWith('token:'))).toBe(!sealed);

    await practiced.open('Settings');
    await practiced.settings.account('Work').getByRole('button', { name: 'Remove' }).click();
    await expect(practiced.settings.dialog).toContainText(
      sealed ? 'forgets this account and its token.' : 'deletes its token from the keychain',
    );
  });
}

test('a keychain that fails is no trouble where a passphrase seals the tokens', async ({
  practiced,
  page,
  secrets,
}) => {
  const lock = new LockPage(page);
  await practiced.open('Settings');
  await lock.askFor(passphrase);
  secrets.trouble = 'unavailable';
  await practiced.settings.checkKeychain.click();
  await expect(page.getByRole('main')).toContainText('not available');
  await expect(page.getByRole('contentinfo')).toContainText('Sealed by your passphrase');
});

test('starting over says what goes', async ({ practiced, page }) => {
  const lock = new LockPage(page);
  await practiced.open('Settings');
  await lock.askFor(passphrase);
  await lock.lock.click();
  await lock.forgot.click();
  await expect(lock.dialog).toContainText('accounts, codes and tokens');
  await expect(lock.dialog).toContainText('backup folders have to be set up again');
});
