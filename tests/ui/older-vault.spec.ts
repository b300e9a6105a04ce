import path from 'node:path';
import { AppError } from '../../src-main/contract/errors';
import { LatchkeyWindow } from '../pages/latchkey-window';
import { OlderVaultPage } from '../pages/older-vault-page';
import { RestorePage } from '../pages/restore-page';
import { answerWith } from './ground/answer-with';
import { expectAccessible } from './ground/expect-accessible';
import { expect, test } from './ground/fixtures';
import { type Opened, openWindow } from './ground/open-window';
import { tellSnapshot } from './ground/tell-snapshot';

const pictures = path.resolve(import.meta.dirname, '../../artifacts/older-vault');

let opened: Opened;
let older: OlderVaultPage;

test.beforeEach(async ({ page, ports }) => {
  opened = await openWindow(page, ports);
  older = new OlderVaultPage(page);
  const window = new LatchkeyWindow(page);
  await window.addAccount.practice.click();
  await expect(window.verify.heading).toBeVisible();
});
test.afterEach(() => {
  expect(opened.complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [420, 880, 1440]) {
    test(`it is told on top of the screen, ${colorScheme}, ${width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 720 });
      await tellSnapshot(opened, { vaultOlder: true });
      await expect(older.notice).toBeVisible();
      const name = `${colorScheme}-${width}`;
      await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
      await expectAccessible(page, name);
    });
  }
}

test('it leads to where codes are restored, and is said yes to with the keyboard alone', async ({ page }) => {
  await tellSnapshot(opened, { vaultOlder: true });
  await older.restore.press('Enter');
  await expect(new RestorePage(page).heading).toBeVisible();
  await expect(older.restore).toHaveCount(0);
  answerWith(opened, { acceptOlderVault: () => Promise.reject(new AppError('vault-not-saved')) });
  await older.accept.press('Enter');
  await expect(new LatchkeyWindow(page).alert).toBeVisible();
  await expect(older.notice).toBeVisible();
  answerWith(opened, {
    acceptOlderVault: async () => {
      await tellSnapshot(opened, { vaultOlder: false });
      return {};
    },
  });
  await older.accept.press('Enter');
  await expect(older.notice).toHaveCount(0);
  await expect(page.getByText('Latchkey goes on with this vault.')).toBeVisible();
});

test('a locked window shows nothing of it', async ({ page }) => {
  await tellSnapshot(opened, { vaultOlder: true });
  await expect(older.notice).toBeVisible();
  await opened.backend.lock({});
  await expect(page.getByRole('heading', { name: 'Latchkey is locked' })).toBeVisible();
  await expect(older.notice).toHaveCount(0);
});
