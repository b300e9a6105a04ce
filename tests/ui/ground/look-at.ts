import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible';
import { expect } from './fixtures';

const pictures = path.resolve(import.meta.dirname, '../../../artifacts');

/**
 * Takes a picture of a page, and expects that axe finds nothing and that nothing of it is wider than its window.
 *
 * @param folder in `artifacts/`
 * @param name of the picture
 */
export async function lookAt(page: Page, folder: string, name: string): Promise<void> {
  await page.screenshot({ path: path.join(pictures, folder, `${name}.png`), animations: 'disabled' });
  await expectAccessible(page, name);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider, name).toBeLessThanOrEqual(0);
}
