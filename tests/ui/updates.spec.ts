import { expect, test } from './ground/fixtures';

test('a newer version is told of, fetched, and installed when somebody says so', async ({
  window,
  page,
  updates,
}) => {
  await window.addAccount.practice.click();
  await expect(window.verify.heading).toBeVisible();
  await window.open('Settings');
  const look = page.getByRole('button', { name: 'Look for newer versions' });
  await look.click();
  await expect(page.getByText('This is the newest version.')).toBeVisible();
  updates.newer = '0.2.0';
  await look.click();
  await expect(page.getByText('Latchkey 0.2.0 is out.')).toBeVisible();

  await window.open('Verify');
  await expect(page.getByText('Latchkey 0.2.0 is out.')).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByText('Latchkey 0.2.0 is out.')).toBeHidden();

  await window.open('Settings');
  await page.getByText('Fetch them').click();
  await expect(page.getByText('your system asks for a password')).toBeVisible();
  await page.getByRole('button', { name: 'Fetch it' }).click();
  await expect(page.getByText('Latchkey 0.2.0 is here, and its signature is good.')).toBeVisible();
  updates.failing = { install: 'not-installed' };
  await page.getByRole('button', { name: 'Install and restart' }).click();
  await expect(window.alert).toContainText('was not installed');
  expect(updates.asked).toEqual(['look', 'look', 'fetch', 'install']);

  for (const [theme, width] of [
    ['light', 880],
    ['dark', 420],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 600 });
    await page.getByRole('heading', { name: 'About' }).evaluate((heading) => heading.scrollIntoView());
    await page.screenshot({ path: `artifacts/updates/${theme}-${width}.png`, animations: 'disabled' });
  }
});
