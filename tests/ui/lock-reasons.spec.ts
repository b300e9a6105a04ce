import type { Page } from '@playwright/test';
import { AppError } from '../../src-main/contract/errors';
import { LatchkeyWindow } from '../pages/latchkey-window';
import { LockPage } from '../pages/lock-page';
import { answerWith } from './ground/answer-with';
import { expect, test } from './ground/fixtures';
import { lookAt } from './ground/look-at';
import { type Opened, openWindow } from './ground/open-window';
import { tellLock, tellSnapshot } from './ground/tell-snapshot';

let opened: Opened;
test.beforeEach(async ({ page, ports }) => {
  opened = await openWindow(page, ports);
  await expect(new LatchkeyWindow(page).addAccount.practice).toBeVisible();
});
test.afterEach(() => {
  expect(opened.complaints).toEqual([]);
});

const look = (page: Page, name: string): Promise<void> => lookAt(page, 'lock-reasons', name);

/** Each reason, what it says, and what the button under it says. */
const reasons = [
  ['keychain', {}, 'did not give out the key', 'Unlock'],
  ['key-missing', {}, 'is open and has no key', 'Unlock'],
  ['key-missing', { by: 'passphrase' }, 'its key is an older one', 'Unlock'],
  ['unreadable', {}, 'could not be read', 'Try again'],
  ['unreadable', { by: 'passphrase' }, 'could not be read', 'Try again'],
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [880, 600],
    [420, 520],
  ] as const) {
    test.describe(`${colorScheme}, ${width}`, () => {
      const viewport = { width, height };
      test.use({ colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

      test('every reason fits, says what to do, and axe finds nothing', async ({ page }) => {
        test.slow();
        const name = `${colorScheme}-${width}`;
        await tellLock(opened, { opening: true });
        await expect(page.getByText('Opening…')).toBeVisible();
        await look(page, `${name}-opening`);
        for (const [reason, lock, sentence, button] of reasons) {
          await tellLock(
            opened,
            { reason, ...lock },
            { keychain: { state: 'locked', backend: 'secret-service' } },
          );
          await expect(page.getByText(sentence)).toBeVisible();
          await expect(page.getByRole('button', { name: button })).toBeVisible();
          await look(page, `${name}-${reason}-${'by' in lock ? lock.by : 'keychain'}`);
        }
      });
    });
  }
}

test('nothing is said of an opening that takes no time, and something of one that does', async ({ page }) => {
  await tellLock(opened, { opening: true });
  const words = page.getByText('Opening…');
  const late = await words.evaluate((element) => {
    const [animation] = element.getAnimations();
    animation?.pause();
    const at = (time: number): string => {
      if (animation) animation.currentTime = time;
      return getComputedStyle(element).opacity;
    };
    return [at(0), at(399), at(402)];
  });
  expect(late).toEqual(['0', '0', '1']);
  await expect(page.getByRole('button')).toHaveCount(0);
  await tellSnapshot(opened, {});
  await expect(new LatchkeyWindow(page).addAccount.practice).toBeVisible();
});

test('a window that is not open never shows the first run', async ({ page }) => {
  const first = new LatchkeyWindow(page).addAccount.practice;
  await tellLock(opened, { opening: true });
  await expect(first).toHaveCount(0);
  for (const [reason, , sentence] of reasons) {
    await tellLock(opened, { reason });
    if (reason !== 'key-missing') await expect(page.getByText(sentence)).toBeVisible();
    await expect(first).toHaveCount(0);
  }
});

test('the keychain is asked again by Enter, and a failure takes the place of the reason', async ({
  page,
}) => {
  const lock = new LockPage(page);
  await tellLock(opened, { reason: 'keychain' });
  await expect(lock.unlock).toBeFocused();
  answerWith(opened, { unlock: () => Promise.reject(new AppError('keychain-locked')) });
  await page.keyboard.press('Enter');
  await expect(lock.alert).toContainText('keychain');
  await expect(page.getByText('did not give out the key')).toHaveCount(0);
});

test('without its key, starting over leads on, and with one it is not offered', async ({ page }) => {
  const lock = new LockPage(page);
  const startOver = page.getByRole('button', { name: 'Start over without the key' });
  for (const reason of ['keychain', 'unreadable'] as const) {
    await tellLock(opened, { reason });
    await expect(lock.heading).toBeVisible();
    await expect(startOver).toHaveCount(0);
  }
  await tellLock(opened, { reason: 'key-missing' });
  await startOver.press('Enter');
  await expect(lock.dialog).toContainText('Start over without the key?');
  let asked = 0;
  answerWith(opened, {
    startOver: () => {
      asked += 1;
      return Promise.resolve({});
    },
  });
  await lock.dialog.getByRole('button', { name: 'Start over' }).press('Enter');
  await expect(lock.dialog).toHaveCount(0);
  expect(asked).toBe(1);
});

test('a file that cannot be read is tried again', async ({ page }) => {
  const tries: string[] = [];
  answerWith(opened, {
    unlock: ({ passphrase }) => {
      tries.push(passphrase);
      return Promise.reject(new AppError('vault-unreadable'));
    },
  });
  await tellLock(opened, { reason: 'unreadable' });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(new LockPage(page).alert).toContainText('could not be read');
  expect(tries).toEqual(['']);
});
