import { AppError } from '../../src-main/contract/errors';
import { LatchkeyWindow } from '../pages/latchkey-window';
import { answerWith } from './ground/answer-with';
import { expect, test } from './ground/fixtures';
import { lookAt } from './ground/look-at';
import { type Opened, openWindow } from './ground/open-window';
import { tellSnapshot } from './ground/tell-snapshot';

let opened: Opened;
let window: LatchkeyWindow;

test.beforeEach(async ({ page, ports }) => {
  opened = await openWindow(page, ports);
  window = new LatchkeyWindow(page);
  await window.addAccount.practice.click();
  await expect(window.verify.heading).toBeVisible();
});
test.afterEach(() => {
  expect(opened.complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [420, 880, 1440]) {
    test(`settings that came back, and a code that the disk did not take, ${colorScheme}, ${width}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      answerWith(opened, {
        verifyCode: () => Promise.resolve({ outcome: 'accepted', session: false, kept: false }),
      });
      await tellSnapshot(opened, { settingsTurnedUp: { accounts: 2, folders: 1 } });
      await expect(page.getByText('The settings file of an older Latchkey came back')).toBeVisible();
      await window.verify.type('123456');
      await expect(page.getByText('Latchkey could not write down what came of it')).toBeVisible();
      await lookAt(page, 'told-above', `${colorScheme}-${width}`);
    });
  }
}

test('the notice goes by one press of the keyboard, and a failure leaves it there', async ({ page }) => {
  await tellSnapshot(opened, { settingsTurnedUp: { accounts: 0, folders: 1 } });
  const notice = page.getByText('1 backup folder that this one does not know');
  answerWith(opened, { noteSettingsSeen: () => Promise.reject(new AppError('vault-not-saved')) });
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  await dismiss.press('Enter');
  await expect(window.alert).toBeVisible();
  await expect(notice).toBeVisible();
  answerWith(opened, {
    noteSettingsSeen: async () => {
      await tellSnapshot(opened, { settingsTurnedUp: null });
      return {};
    },
  });
  await dismiss.press('Enter');
  await expect(notice).toHaveCount(0);
});
