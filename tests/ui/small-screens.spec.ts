import type { Page } from '@playwright/test';
import { expect, test } from './ground/fixtures';
import { lookAt } from './ground/look-at';

/** What a page has of a screen: less the panel, and the title bar. */
const small = [
  ['640 x 400', { width: 640, height: 340 }],
  ['1366 x 768 at 150 %', { width: 910, height: 440 }],
  ['1920 x 1080 at 250 %', { width: 768, height: 360 }],
  ['a usual window at 200 %', { width: 440, height: 300 }],
] as const;

/** Everything that can be pressed can be brought into sight, with nothing above it. */
async function expectReachable(page: Page): Promise<void> {
  for (const one of await page.locator('button:not([aria-disabled="true"]):visible').all())
    await one.click({ trial: true, timeout: 2_000 });
}

for (const [screen, viewport] of small) {
  test.describe(screen, () => {
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });

    test('every screen can be reached and has room for its content', async ({ practiced, page }) => {
      const name = (of: string): string => `${of}-${viewport.width}`;
      const edges = new Set<number | undefined>();
      for (const one of ['Verify', 'Recovery codes', 'Backups', 'Settings'] as const) {
        await practiced.open(one);
        await lookAt(page, 'small-screens', name(one.toLowerCase().replace(' ', '-')));
        const heading = page.getByRole('heading', { level: 1 });
        await expect(heading).toBeInViewport({ ratio: 1 });
        edges.add((await heading.boundingBox())?.x);
        await expectReachable(page);
        // What stands around a page leaves it most of the height.
        const seen = await heading.evaluate((element) => {
          element.scrollIntoView({ block: 'start' });
          const main = element.closest('main')?.getBoundingClientRect();
          const height = main ? Math.min(innerHeight, main.bottom) - Math.max(0, main.top) : 0;
          // The next screen begins at its top all the same.
          for (let around = element.parentElement; around; around = around.parentElement)
            around.scrollTop = around.scrollHeight;
          return height;
        });
        expect(seen / viewport.height, one).toBeGreaterThan(0.8);
      }
      expect(edges.size).toBe(1);
      await practiced.open('Backups');
      await practiced.backups.restore.click();
      await lookAt(page, 'small-screens', name('restore'));
      await expectReachable(page);
    });
  });
}

for (const viewport of [small[0][1], small[3][1]]) {
  test.describe(`a height of ${viewport.height}`, () => {
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });

    test('a dialog scrolls between its title and its buttons', async ({ practiced, page }) => {
      await practiced.open('Backups');
      await practiced.backups.exportKit.click();
      const { dialog, submit } = practiced.backups;
      await dialog.getByRole('radio', { name: 'On paper' }).check({ force: true });
      await lookAt(page, 'small-screens', `kit-${viewport.width}`);
      const title = dialog.getByRole('heading', { level: 2 });
      const middle = dialog.locator('.middle');
      const scrolled = (): Promise<number> => middle.evaluate(({ scrollTop }) => scrollTop);
      const cancel = dialog.getByRole('button', { name: 'Cancel' });
      await cancel.focus();
      await page.keyboard.press('PageUp');
      await expect.poll(scrolled).toBe(0);
      await page.keyboard.press('PageDown');
      await expect.poll(scrolled).toBeGreaterThan(50);
      const box = dialog.getByRole('checkbox', { name: 'I have written it down' });
      await submit.click();
      await expect(box).toBeFocused();
      await expect(box).toBeInViewport({ ratio: 1 });
      for (const one of [title, cancel, submit]) await expect(one).toBeInViewport({ ratio: 1 });
      await lookAt(page, 'small-screens', `kit-missing-${viewport.width}`);
    });
  });
}
