import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSession } from '../../../scripts/desktop/session.mjs';
import { KitPage } from '../../pages/kit-page';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { PassphraseInsteadPage } from '../../pages/passphrase-instead-page';
import { RestorePage } from '../../pages/restore-page';
import { noSecretIn } from '../../witness/no-secret-in';
import { choose } from '../ground/dialogs';
import { expect, test as base } from '../ground/fixtures';
import { launch, type Running } from '../ground/launcher';

const passphrase = 'lantern pebble orbit';
const ofKit = 'saddle comet velvet';
const pictures = path.resolve(import.meta.dirname, '../../../artifacts/without-keyring');

const test = base.extend<{ folder: string }>({
  session: async ({ sharedScreen }, use) => {
    const session = await startSession({ display: sharedScreen?.name, keyring: 'none' });
    await use(session);
    await session.dispose();
  },
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-without-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** From the first start to a restored kit on a computer that has no keyring either, with a picture of each step. */
test('a computer without a keyring does all that others do', async ({ start, service, session, folder }) => {
  let seen = 0;
  const look = async ({ page }: Running, what: string): Promise<void> => {
    seen += 1;
    await page.screenshot({ path: path.join(pictures, `${seen}-${what}.png`), animations: 'disabled' });
  };
  const first = await start();
  const window = new LatchkeyWindow(first.page);
  await look(first, 'first-run');
  await window.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: service.token });
  await expect(window.alert).toContainText('no keychain');
  await look(first, 'no-keychain');
  await new PassphraseInsteadPage(first.page).choose(passphrase);
  await expect(window.verify.heading).toBeVisible();
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await window.recoveryCodes.generateNew();
  await window.recoveryCodes.reveal.click();
  await expect(window.recoveryCodes.codes).toHaveCount(10);
  const codes = await window.recoveryCodes.shown();
  await look(first, 'codes');

  await choose(first, { saveIn: folder });
  await window.open('Backups');
  await window.backups.exportKit.click();
  const kit = new KitPage(first.page);
  await kit.type(ofKit);
  await kit.submit.click();
  await expect(kit.saved).toContainText('Saved', { timeout: 20_000 });
  await look(first, 'kit');
  await first.quit();
  await noSecretIn([folder], [...codes, passphrase, ofKit, service.token]);

  const [name = ''] = await readdir(folder);
  const second = await launch(path.join(folder, 'another-computer'), session.env);
  const restore = new RestorePage(second.page);
  await choose(second, { open: path.join(folder, name) });
  await second.page.getByRole('button', { name: 'Restore' }).click();
  await restore.chooseFile.click();
  await restore.open(ofKit);
  await expect(restore.rows).toHaveCount(1, { timeout: 20_000 });
  await look(second, 'kit-opened');
  await restore.restore.click();
  const again = new LatchkeyWindow(second.page);
  await expect(again.alert).toContainText('no keychain');
  await look(second, 'no-keychain-there');
  await new PassphraseInsteadPage(second.page).choose(passphrase);
  await expect(restore.seeCodes).toBeVisible({ timeout: 20_000 });
  await look(second, 'restored');
  await again.open('Recovery codes');
  await again.recoveryCodes.reveal.click();
  expect(await again.recoveryCodes.shown()).toEqual(codes);
  await second.quit();
});
