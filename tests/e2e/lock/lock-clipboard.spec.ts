import { mergeTests } from '@playwright/test';
import { LockPage } from '../../pages/lock-page';
import { type Clipboard, clipboardOf } from '../../witness/clipboard';
import { expect } from '../ground/fixtures';
import { test as ownScreen } from '../ground/own-screen';
import { withCodes } from '../ground/with-codes';

/** With a screen, and so a clipboard, of its own, and another program that looks at it. */
const test = mergeTests(ownScreen, withCodes).extend<{ outside: Clipboard }>({
  outside: async ({ session }, use) => use(clipboardOf(session.env)),
});

test('locking takes the copied code off the clipboard', async ({ running, window, codes, outside }) => {
  await window.recoveryCodes.useNext.click();
  await expect.poll(() => outside.read()).toBe(codes[0]);
  const lock = new LockPage(running.page);
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  await expect.poll(() => outside.read()).toBe('');
});

test('locking leaves alone what somebody else copied since', async ({ running, window, codes, outside }) => {
  await window.recoveryCodes.useNext.click();
  await expect.poll(() => outside.read()).toBe(codes[0]);
  await outside.write('a shopping list');
  const lock = new LockPage(running.page);
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  await lock.unlock.click();
  await expect(lock.heading).toBeHidden();
  expect(await outside.read()).toBe('a shopping list');
});
