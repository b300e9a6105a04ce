import { startDisplay } from '../../scripts/desktop/display.mjs';
import { startSession } from '../../scripts/desktop/session.mjs';
import { LockPage } from '../pages/lock-page';
import { type Clipboard, clipboardOf } from '../witness/clipboard';
import { expect } from './fixtures';
import { withCodes } from './with-codes';

/** With a screen, and so a clipboard, of its own, and another program that looks at it. */
const test = withCodes.extend<{ outside: Clipboard }>({
  session: async ({}, use) => {
    const display = await startDisplay();
    const session = await startSession({ display: display.name });
    await use(session);
    await session.dispose();
    await display.dispose();
  },
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
