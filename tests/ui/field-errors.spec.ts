import { expect, test } from './ground/fixtures';
import { lookAt } from './ground/look-at';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('what is wrong is told at its field, which has the focus', async ({ window, page }) => {
      const { addAccount } = window;
      await addAccount.connectOwn({ label: '', serviceUrl: 'nowhere', token: 'short' });
      await expect(addAccount.label).toBeFocused();
      await expect(addAccount.label).toHaveAccessibleDescription('A label has 1 to 60 characters.');
      await addAccount.label.fill('Work');
      await addAccount.submit.click();
      await expect(addAccount.serviceUrl).toBeFocused();
      await expect(addAccount.serviceUrl).toHaveAccessibleDescription(/^This is not a service URL/);
      await expect(addAccount.label).toHaveAttribute('aria-invalid', 'false');
      for (const width of [420, 880, 1440]) {
        await page.setViewportSize({ width, height: 600 });
        await lookAt(page, 'field-errors', `url-${colorScheme}-${width}`);
      }
      await addAccount.serviceUrl.fill('http://127.0.0.1:9/v1');
      await addAccount.submit.click();
      await expect(addAccount.token).toBeFocused();
      await expect(addAccount.token).toHaveAttribute('aria-invalid', 'true');
      await expect(addAccount.token).toHaveAccessibleDescription(/A token has 8 to 1,200/);
      // Told once, and nowhere else.
      await expect(page.getByRole('alert')).toHaveCount(1);
      // The same mistake once more leads there once more.
      await addAccount.submit.click();
      await expect(addAccount.token).toBeFocused();
    });
  });
}
