import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { LatchkeyWindow } from '../pages/latchkey-window';
import { expect, test } from './fixtures';

async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found).toEqual([]);
}

/** Every screen and every state of it that this test can bring about, one after the other. */
async function* everyState(window: LatchkeyWindow): AsyncGenerator<string> {
  yield 'first run';
  await window.addAccount.connectOwn({
    label: 'Work',
    serviceUrl: 'http://example.com',
    token: 'a-good-token',
  });
  await expect(window.alert).toBeVisible();
  yield 'a form with a failure';
  await window.addAccount.serviceUrl.fill('http://127.0.0.1:9/v1');
  await window.addAccount.submit.click();
  await expect(window.verify.heading).toBeVisible();
  await window.verify.textMe.click();
  await expect(window.alert).toBeVisible();
  yield 'verify, offline';
  await window.open('Settings');
  yield 'settings';
  await window.settings.account('Work').getByRole('button', { name: 'Remove' }).click();
  yield 'a dialog';
  await window.settings.dialog.getByRole('button', { name: 'Cancel' }).click();
  await window.settings.addAccount.click();
  yield 'another account';
  await window.addAccount.practice.click();
  await expect(window.verify.heading).toBeVisible();
  await window.verify.requestCode();
  yield 'verify, a code sent';
  await window.verify.type('000000');
  await expect(window.verify.status).toContainText('refused');
  yield 'verify, rejected';
  await window.verify.useCode.first().click();
  await expect(window.verify.status).toContainText('accepted');
  yield 'verify, accepted';
  await window.open('Recovery codes');
  yield 'recovery codes, empty';
  await window.recoveryCodes.fetch.click();
  await expect(window.alert).toBeVisible();
  yield 'recovery codes, none';
  await window.recoveryCodes.generateNew();
  await window.recoveryCodes.reveal.click();
  await expect(window.recoveryCodes.codes).toHaveCount(10);
  yield 'recovery codes, revealed';
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [shape, viewport] of [
    ['wide', { width: 880, height: 600 }],
    ['narrow', { width: 420, height: 520 }],
  ] as const) {
    test.describe(`${colorScheme}, ${shape}`, () => {
      test.use({ colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds nothing on any screen, and nothing is wider than the window', async ({
        window,
        page,
      }) => {
        for await (const where of everyState(window)) {
          await expectAccessible(page, where);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, where).toBeLessThanOrEqual(0);
        }
      });
    });
  }
}
