import { mergeTests } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { LockPage } from '../../pages/lock-page';
import { type Clipboard, clipboardOf } from '../../witness/clipboard';
import { expect } from '../ground/fixtures';
import { test as ownScreen } from '../ground/own-screen';
import { withCodes } from '../ground/with-codes';

/** With a screen, and so a clipboard, of its own, and another program that uses it. */
const test = mergeTests(ownScreen, withCodes).extend<{ outside: Clipboard }>({
  outside: async ({ session }, use) => use(clipboardOf(session.env)),
});
test.skip(process.platform !== 'linux', 'needs a screen of its own');

test('script in the window cannot read the clipboard', async ({ start, outside }) => {
  const { page } = await start();
  await expect(page.getByRole('button', { name: 'Connect your service' })).toBeVisible();
  await outside.write('what a person copied elsewhere');
  await page.evaluate(() => {
    const field = document.createElement('div');
    field.contentEditable = 'true';
    field.id = 'planted';
    document.body.prepend(field, Object.assign(document.createElement('button'), { id: 'press' }));
    const read: string[] = [];
    document.addEventListener('paste', (event) => read.push(event.clipboardData?.getData('text') ?? ''));
    document.querySelector('#press')?.addEventListener('click', () => {
      field.focus();
      // By another name, for nobody should use it.
      const old = document as unknown as { execCommand(command: string): boolean };
      read.push(String(old.execCommand('paste')), field.innerText);
      void navigator.clipboard.readText().then(
        (text) => (field.dataset['read'] = [...read, text].join()),
        (error: unknown) => (field.dataset['read'] = [...read, (error as Error).name].join()),
      );
    });
  });
  // A real press: what a person does gives script its best chance.
  await page.locator('#press').press('Enter');
  await expect(page.locator('#planted')).toHaveAttribute('data-read', 'false,,NotAllowedError');
});

test('a person pastes into a field by the keyboard', async ({ start, outside, session }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Connect your service' }).click();
  const label = page.getByLabel('Label');
  await label.focus();
  await outside.write('Work');
  spawnSync('xdotool', ['key', '--clearmodifiers', 'ctrl+v'], session);
  await expect(label).toHaveValue('Work');
});

test('a copied code gets there, marked as a secret where the runtime can', async ({
  running,
  window,
  codes,
  outside,
}) => {
  await window.recoveryCodes.useNext.click();
  await expect.poll(() => outside.read()).toBe(codes[0]);
  const marks = await running.app.evaluate((electron) => 'ClipboardItem' in electron);
  expect((await outside.formats()).includes('x-kde-passwordManagerHint')).toBe(marks);
});

test('a cleared code that another program puts back is overwritten', async ({
  running,
  window,
  codes,
  outside,
}) => {
  await window.recoveryCodes.useNext.click();
  await expect.poll(() => outside.read()).toBe(codes[0]);
  await new LockPage(running.page).lock.click();
  await expect.poll(() => outside.read()).toBe('');
  await outside.write(codes[0] ?? '');
  await expect.poll(() => outside.read()).toBe(' ');
});
