import type { Page } from '@playwright/test';
import { expect, test } from './ground/fixtures';

/** Presses Tab until an element of that name has the focus, as a person without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return [
        element?.textContent,
        element?.getAttribute('aria-label'),
        ...labels.map((one) => one.textContent),
      ].join(' ');
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}`);
}

test('the main job is done with the keyboard alone', async ({ window, practice, page }) => {
  await tabTo(page, /Try it with the practice service/);
  await page.keyboard.press('Enter');
  await expect(window.verify.heading).toBeVisible();

  await tabTo(page, /Text me a code/);
  await page.keyboard.press('Enter');
  await expect(window.verify.status).toContainText('on its way');
  await expect(window.verify.code).toBeFocused();
  await page.keyboard.type((await practice.service()).messages().at(-1)?.code ?? '');
  await expect(window.verify.status).toContainText('Code accepted');

  await page.keyboard.press('Shift+Tab');
  await tabTo(page, /^\s*Recovery codes/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Recovery codes', level: 1 })).toBeFocused();
  await tabTo(page, /Fetch recovery codes/);
  await page.keyboard.press('Enter');
  await expect(window.alert).toContainText('no recovery codes');
});
