import type { QuickVerifyPage } from '../pages/quick-verify-page';
import { expect, test } from './ground/fixtures';
import { lookAt } from './ground/look-at';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('every state of the window fits into it, and axe finds nothing', async ({
      quick,
      desktop,
      practice,
      quickVerify,
    }) => {
      test.slow();
      for await (const state of everyState()) await look(quick, `${colorScheme}-${state}`);

      async function* everyState(): AsyncGenerator<string> {
        await expect(quick.openLatchkey).toBeVisible();
        yield '1-no-account';
        await quick.backend.addPracticeAccount({});
        await expect(quick.code).toBeFocused();
        yield '2-empty';
        desktop.clipboard = '135 246';
        await quick.tell('quickVerify', { now: 'focused' });
        await expect(quick.paste).toHaveText('Paste 135 246?');
        yield '3-clipboard';
        await quick.paste.click();
        await expect(quick.status).toContainText('The service refused this code');
        await expect(quick.paste).toBeHidden();
        yield '4-refused';
        await quick.requestCode();
        yield '5-texted';
        await quick.type('zz');
        await quick.code.press('Enter');
        await expect(quick.alert).toContainText('This cannot be a code');
        yield '6-no-code';
        await quick.code.fill('');
        await quick.usePhone.click();
        await expect(quick.status).toContainText('Code accepted');
        yield '7-accepted';
        await expect.poll(() => quickVerify.closed).toBe(1);
        await quick.tell('quickVerify', { now: 'closed' });
        await quick.tell('quickVerify', { now: 'opened' });
        desktop.clipboard = '';
        await quick.tell('quickVerify', { now: 'focused' });
        await expect(quick.status).toBeEmpty();
        await expect(quick.code).toBeFocused();
        const url = (await practice.service()).url;
        await practice.close();
        await quick.backend.addAccount({
          label: 'A service with a rather long name that is cut off',
          serviceUrl: url,
          tokenPrefix: '',
          token: 'a-good-token',
          saveUnchecked: true,
        });
        await expect(quick.accounts).toBeVisible();
        yield '8-accounts';
        await quick.type('111111');
        await expect(quick.alert).toContainText('cannot be reached');
        await expect(quick.code).toHaveValue('111111');
        yield '9-offline';
      }
    });
  });
}

const look = ({ page }: QuickVerifyPage, name: string): Promise<void> => lookAt(page, 'quick-verify', name);

test('Esc and the cross close it, and nothing of the code stays behind', async ({ quick, quickVerify }) => {
  await quick.backend.addPracticeAccount({});
  await quick.type('123');
  await quick.page.keyboard.press('Escape');
  await expect.poll(() => quickVerify.closed).toBe(1);
  await quick.tell('quickVerify', { now: 'closed' });
  await expect(quick.code).toHaveValue('');
  await quick.close.click();
  await expect.poll(() => quickVerify.closed).toBe(2);
});

test('losing the focus loses nothing, and the clipboard is read at no other time', async ({
  quick,
  desktop,
}) => {
  await quick.backend.addPracticeAccount({});
  await quick.type('123');
  desktop.clipboard = '222222';
  await quick.page.evaluate(() => dispatchEvent(new Event('blur')));
  await expect(quick.code).toHaveValue('123');
  await quick.code.fill('');
  await expect(quick.paste).toBeHidden();
  await quick.tell('quickVerify', { now: 'focused' });
  await expect(quick.paste).toBeVisible();
  desktop.clipboard = 'correct horse';
  await quick.tell('quickVerify', { now: 'focused' });
  await expect(quick.paste).toBeHidden();
});

test('what needs more room goes on in the main window', async ({ quick, quickVerify }) => {
  await quick.openLatchkey.click();
  await expect.poll(() => quickVerify.mainShown).toBe(1);
});

test('the shortcut is chosen by pressing it', async ({ practiced, page, quickVerify }) => {
  await practiced.open('Settings');
  const field = page.getByRole('textbox', { name: 'Shortcut for quick verify' });
  await expect(field).toHaveValue('Ctrl + Shift + L');
  await field.press('Control+Alt+k');
  await expect(field).toHaveValue('Ctrl + Alt + K');
  expect(quickVerify.shortcut).toBe('CommandOrControl+Alt+K');
  quickVerify.taken.add('CommandOrControl+Alt+J');
  await field.press('Control+Alt+j');
  await expect(practiced.alert).toContainText('another program holds it');
  await expect(practiced.alert).toContainText('It stays Ctrl + Alt + K.');
  await field.press('j');
  await expect(practiced.alert).toContainText('Hold Ctrl, Alt or Cmd');
  await page.getByRole('button', { name: 'Off', exact: true }).click();
  await expect(field).toHaveValue('Off');
  expect(quickVerify.shortcut).toBeNull();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(field).toHaveValue('Ctrl + Shift + L');
  await field.press('Tab');
  await expect(field).not.toBeFocused();
});
