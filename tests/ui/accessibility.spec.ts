import type { Page } from '@playwright/test';
import {
  everyBackup,
  everyLedger,
  everyOther,
  everySetUp,
  everyState,
  everyVault,
} from './ground/every-state';
import { expectAccessible } from './ground/expect-accessible';
import { expect, test } from './ground/fixtures';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [shape, viewport] of [
    ['wide', { width: 880, height: 600 }],
    ['narrow', { width: 420, height: 520 }],
  ] as const) {
    test.describe(`${colorScheme}, ${shape}`, () => {
      test.use({ colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

      const check = async (page: Page, states: AsyncGenerator<string>): Promise<void> => {
        // Axe takes a second for each of a dozen states, and more on a busy computer.
        test.slow();
        for await (const where of states) {
          await expectAccessible(page, where);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, where).toBeLessThanOrEqual(0);
        }
      };

      test('axe finds nothing on any screen, and nothing is wider than the window', async ({
        window,
        page,
      }) => {
        await check(page, everyState(window));
      });

      test('nor among the recovery codes', async ({ practiced, page }) => {
        await practiced.open('Recovery codes');
        await check(page, everyLedger(practiced));
        await check(page, everyOther(practiced));
      });

      test('nor where a backup is set up', async ({ practiced, page, files, dialogs }) => {
        dialogs.folder = '/usb';
        files.make('/usb');
        await practiced.open('Recovery codes');
        await check(page, everySetUp(practiced));
      });

      test('nor among the backups', async ({ practiced, page, files, dialogs }) => {
        dialogs.folder = '/usb';
        files.make('/usb');
        await practiced.open('Backups');
        await check(page, everyBackup(practiced, files));
      });

      test('nor where something is told of the vault', async ({ practiced, opened, page }) => {
        await check(page, everyVault(practiced, opened, page));
      });
    });
  }
}
