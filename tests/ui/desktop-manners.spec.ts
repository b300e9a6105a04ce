import type { Page } from '@playwright/test';
import { expectAccessible } from './ground/expect-accessible';
import { expect, test } from './ground/fixtures';

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test('the sheet of shortcuts opens from the keyboard and the settings, and gives the focus back', async ({
  practiced,
  page,
}) => {
  await page.keyboard.press('Control+/');
  await expect(sheet(page)).toBeVisible();
  await expect(sheet(page)).toContainText(/Recovery codes\s+Ctrl \+ 2/);
  await expect(sheet(page)).toContainText(/anywhere\s+Ctrl \+ Shift \+ L/);
  await page.keyboard.press('Control+/');
  await expect(sheet(page)).toBeHidden();

  await practiced.open('Settings');
  const show = page.getByRole('button', { name: 'Show all shortcuts' });
  await show.click();
  await expect(sheet(page).getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(show).toBeFocused();
});

test('the sheet says so when the shortcut of quick verify is off', async ({ practiced, page }) => {
  await practiced.open('Settings');
  await page.getByRole('button', { name: 'Off', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Shortcut for quick verify' })).toHaveValue('Off');
  await page.keyboard.press('Control+/');
  await expect(sheet(page)).toContainText(/anywhere\s+Off/);
});

test('a dialog is not covered by the sheet', async ({ practiced, page }) => {
  await practiced.open('Settings');
  await practiced.settings.account('Practice service').getByRole('button', { name: 'Rename' }).click();
  await expect(practiced.settings.dialog).toBeVisible();
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(sheet(page)).toHaveCount(0);
});

for (const [width, height] of [
  [880, 600],
  [420, 520],
] as const) {
  test(`the sheet is accessible and scrolls at ${width} x ${height}`, async ({ practiced, page }) => {
    await expect(practiced.verify.heading).toBeVisible();
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.keyboard.press('Control+/');
      await expect(sheet(page)).toBeVisible();
      await sheet(page).evaluate((element) =>
        Promise.all(element.getAnimations().map(({ finished }) => finished)),
      );
      await expectAccessible(page);
      const isCut = await sheet(page).evaluate((element) => element.scrollWidth > element.clientWidth);
      expect(isCut).toBe(false);
      await expect(sheet(page).getByText('Screens')).toBeInViewport();
      await expect(sheet(page).getByRole('button', { name: 'Close' })).toBeInViewport();
      await sheet(page).getByText('Quit Latchkey').scrollIntoViewIfNeeded();
      await expect(sheet(page).getByText('Quit Latchkey')).toBeInViewport();
      await page.keyboard.press('Escape');
      await expect(sheet(page)).toBeHidden();
    }
  });
}

test('each notification is switched off by itself, and that is kept', async ({ practiced, page }) => {
  await practiced.open('Settings');
  const group = page.getByRole('group', { name: 'Notify me when' });
  const codes = group.getByRole('checkbox', { name: 'Three recovery codes are left' });
  await expect(group.getByRole('checkbox', { checked: true })).toHaveCount(4);
  await codes.click();
  await expect(codes).not.toBeChecked();
  await expect(group.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await practiced.open('Verify');
  await practiced.open('Settings');
  await expect(codes).not.toBeChecked();
});

test('starting at login is shown as the system says it', async ({ practiced, loginStart, page }) => {
  const choice = page.getByRole('checkbox', { name: 'Start Latchkey when you log in' });
  await practiced.open('Settings');
  await expect(choice).not.toBeChecked();
  await choice.click();
  await expect(choice).toBeChecked();
  expect(loginStart.state).toBe('on');

  // Somebody changed it elsewhere, and comes back to the window.
  loginStart.state = 'off';
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(choice).not.toBeChecked();

  loginStart.writable = false;
  await choice.click();
  await expect(practiced.alert).toContainText('Starting at login could not be changed');
  await expect(choice).not.toBeChecked();

  loginStart.state = 'needs-approval';
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText('macOS waits for you')).toBeVisible();
  await expect(choice).toBeChecked();

  loginStart.state = 'impossible';
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText('cannot set this from where it runs')).toBeVisible();
  await expect(choice).toHaveCount(0);
});

test('the page comes back to its screen when it is loaded anew', async ({ practiced, page }) => {
  await practiced.open('Backups');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Backups', level: 1 })).toBeVisible();
});
