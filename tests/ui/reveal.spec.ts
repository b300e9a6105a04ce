import { expect, test } from './ground/fixtures';

test('revealed codes go after 30 seconds, and when the screen is left', async ({ practiced, page }) => {
  await practiced.open('Recovery codes');
  await practiced.recoveryCodes.fetch.click();
  await practiced.recoveryCodes.generateNew();
  await practiced.recoveryCodes.reveal.click();
  await expect(practiced.recoveryCodes.codes).toHaveCount(10);
  const [first = ''] = await practiced.recoveryCodes.shown();

  await practiced.open('Verify');
  await practiced.open('Recovery codes');
  await expect(practiced.recoveryCodes.reveal).toBeVisible();
  expect(await page.content()).not.toContain(first);

  await page.clock.install();
  await practiced.recoveryCodes.reveal.click();
  await expect(practiced.recoveryCodes.codes).toHaveCount(10);
  await page.clock.runFor(29_000);
  await expect(practiced.recoveryCodes.codes).toHaveCount(10);
  await page.clock.runFor(2_000);
  await expect(practiced.recoveryCodes.codes).toHaveCount(0);
  expect(await page.content()).not.toContain(first);
});
