import { AppError } from '../../src-main/contract/errors';
import { quickVerifySize } from '../../src-main/edge/windows/quick-verify-place';
import { LockPage } from '../pages/lock-page';
import { QuickVerifyPage } from '../pages/quick-verify-page';
import { answerWith } from './ground/answer-with';
import { expect, test } from './ground/fixtures';
import { lookAt } from './ground/look-at';
import { type Opened, openWindow } from './ground/open-window';
import { tellLock, tellSnapshot } from './ground/tell-snapshot';

let opened: Opened;
let quick: QuickVerifyPage;
let lock: LockPage;
test.beforeEach(async ({ page, ports }) => {
  await page.setViewportSize(quickVerifySize);
  opened = await openWindow(page, ports, 'quick');
  quick = new QuickVerifyPage(page);
  lock = new LockPage(page);
  await opened.backend.addPracticeAccount({ keepInMemory: false });
  await expect(quick.verify).toBeVisible();
});
test.afterEach(() => {
  expect(opened.complaints).toEqual([]);
});

const look = (name: string): Promise<void> => lookAt(quick.page, 'quick-verify-locked', name);

test('a code that is typed before Latchkey is unlocked is kept, and sent by a press of its own', async ({
  page,
}) => {
  await opened.backend.lock({});
  await expect(lock.heading).toBeVisible();
  await expect(quick.code).toBeFocused();
  await page.keyboard.type('000 000');
  await expect(quick.code).toHaveValue('000000');
  await page.keyboard.press('Enter');
  await expect(quick.verify).toBeVisible();
  await expect(quick.code).toBeFocused();
  await expect(quick.code).toHaveValue('000000');
  await expect(quick.status).toBeEmpty();
  await page.keyboard.press('Enter');
  await expect(quick.status).toContainText('The service refused this code');
});

test('it is kept while the keychain is asked, and where that fails', async ({ page }) => {
  await tellLock(opened, { opening: true });
  await expect(page.getByText('Opening…')).toBeVisible();
  await expect(lock.unlock).toHaveCount(0);
  await expect(quick.code).toBeFocused();
  await page.keyboard.type('1234');
  await page.keyboard.press('Enter');
  await tellLock(opened, { reason: 'keychain' });
  await expect(lock.heading).toBeVisible();
  await expect(quick.code).toBeFocused();
  await page.keyboard.type('56');
  answerWith(opened, { unlock: () => Promise.reject(new AppError('keychain-locked')) });
  await page.keyboard.press('Enter');
  await expect(quick.alert).toContainText('keychain');
  await expect(quick.code).toHaveValue('123456');
  await tellSnapshot(opened, {});
  await expect(quick.verify).toBeVisible();
  await expect(quick.code).toHaveValue('123456');
});

test('nothing of it stays behind when the window is closed', async ({ page }) => {
  await opened.backend.lock({});
  await expect(quick.code).toBeFocused();
  await page.keyboard.type('123');
  await opened.tell('quickVerify', { now: 'closed' });
  await expect(quick.code).toHaveValue('');
  await lock.unlock.click();
  await expect(quick.verify).toBeVisible();
  await expect(quick.code).toHaveValue('');
});

test('what fails for want of the one yes leads to the window that asks for it', async ({ quickVerify }) => {
  answerWith(opened, { requestCode: () => Promise.reject(new AppError('not-believed')) });
  await quick.textMe.click();
  await quick.alert.getByRole('button', { name: 'Open Latchkey' }).click();
  await expect.poll(() => quickVerify.mainShown).toBe(1);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every reason fits into the small window in ${colorScheme}, and names nobody`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await tellLock(opened, { opening: true });
    await expect(page.getByText('Opening…')).toBeVisible();
    await look(`${colorScheme}-opening`);
    for (const [reason, sentence] of [
      ['keychain', 'did not give out the key'],
      ['key-missing', 'is open and has no key'],
      ['unreadable', 'could not be read'],
    ] as const) {
      const keychain = { state: 'locked', backend: 'secret-service' } as const;
      await tellLock(opened, { reason }, { keychain });
      await expect(page.getByText(sentence)).toBeVisible();
      await expect(page.getByText('Practice')).toHaveCount(0);
      await look(`${colorScheme}-${reason}`);
    }
    await opened.backend.lock({});
    await tellLock(opened, { reason: 'asked' });
    await look(`${colorScheme}-asked`);
  });
}
