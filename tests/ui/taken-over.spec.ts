import type { Page } from '@playwright/test';
import { AppError } from '../../src-main/contract/errors';
import type { TakenOver } from '../../src-main/contract/snapshot';
import { LatchkeyWindow } from '../pages/latchkey-window';
import { TakenOverPage } from '../pages/taken-over-page';
import { answerWith } from './ground/answer-with';
import { expect, test } from './ground/fixtures';
import { lookAt } from './ground/look-at';
import { type Opened, openWindow } from './ground/open-window';
import { tellSnapshot } from './ground/tell-snapshot';

const few: TakenOver = {
  accounts: [
    { label: 'Work', serviceUrl: 'https://api.example.com/v1' },
    { label: 'Home', serviceUrl: 'https://auth.example.org:8443/otp' },
  ],
  folders: ['/media/ada/Backup stick/Latchkey'],
};
const many: TakenOver = {
  accounts: [
    { label: 'עבודה בבית', serviceUrl: 'https://api.example.com/v1' },
    {
      label: 'A label of sixty characters, which is as long as one may be.',
      serviceUrl: 'https://xn--pple-43d.com',
    },
    {
      label: 'Long',
      serviceUrl: `https://${'a-rather-long-name-of-a-host.'.repeat(6)}example.com:8443/v1`,
    },
    ...Array.from({ length: 47 }, (_, place) => ({
      label: `Account ${place + 1}`,
      serviceUrl: 'https://api.example.com/v1',
    })),
  ],
  folders: Array.from(
    { length: 8 },
    (_, place) => `/home/ada/${'A folder with a long name/'.repeat(place * 2)}Backups ${place + 1}`,
  ),
};

let opened: Opened;
let sheet: TakenOverPage;

test.beforeEach(async ({ page, ports }) => {
  opened = await openWindow(page, ports);
  sheet = new TakenOverPage(page);
  const window = new LatchkeyWindow(page);
  await window.addAccount.practice.click();
  await expect(window.verify.heading).toBeVisible();
});
test.afterEach(() => {
  expect(opened.complaints).toEqual([]);
});

const look = (page: Page, name: string): Promise<void> => lookAt(page, 'taken-over', name);

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [880, 600],
    [420, 520],
  ] as const) {
    test.describe(`${colorScheme}, ${width}`, () => {
      const viewport = { width, height };
      test.use({ colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

      test('the sheet fits, scrolls inside, and axe finds nothing', async ({ page }) => {
        const name = `${colorScheme}-${width}`;
        for (const [shape, takenOver] of [
          ['few', few],
          ['many', many],
        ] as const) {
          await tellSnapshot(opened, { takenOver });
          await expect(sheet.rows).toHaveCount(takenOver.accounts.length + takenOver.folders.length);
          await expect(sheet.believe).toBeInViewport({ ratio: 1 });
          await expect(sheet.notNow).toBeInViewport({ ratio: 1 });
          const cut = await sheet.list.evaluate((list) => list.scrollWidth > list.clientWidth);
          expect(cut).toBe(false);
          await look(page, `${name}-${shape}`);
        }
        await sheet.list.evaluate((list) => list.scrollTo(0, list.scrollHeight));
        await look(page, `${name}-many-end`);
        answerWith(opened, { believeTakenOver: () => Promise.reject(new AppError('keychain-locked')) });
        await sheet.believe.click();
        await expect(sheet.sheet.getByRole('alert')).toContainText('keychain');
        await expect(sheet.believe).toBeVisible();
        await look(page, `${name}-failed`);
        await sheet.notNow.click();
        await expect(sheet.notice).toBeVisible();
        await look(page, `${name}-put-off`);
      });
    });
  }
}

test('every address is told whole, with its port where that is unusual, and so is every folder', async () => {
  await tellSnapshot(opened, { takenOver: few });
  await expect(sheet.sheet).toContainText('a file that other programs could change');
  await expect(sheet.rows).toHaveText([
    /^\s*api\.example\.com\s*Work\s*$/,
    /^\s*auth\.example\.org:8443\s*Home\s*$/,
    /^\s*\/media\/ada\/Backup stick\/Latchkey\s*$/,
  ]);
});

test('one that looks like another stands out', async () => {
  await tellSnapshot(opened, { takenOver: many });
  await expect(sheet.list).toContainText('xn--pple-43d.com');
  await expect(sheet.list).toContainText('letters of another script');
});

test('it is put off and said yes to with the keyboard alone', async ({ page }) => {
  await tellSnapshot(opened, { takenOver: few });
  // What is to be read has the focus, and its keys scroll: nobody says yes by a key that was on its way.
  await expect(sheet.list).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet.sheet).toBeHidden();
  await expect(sheet.notice).toBeVisible();
  await sheet.look.press('Enter');
  await expect(sheet.list).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(sheet.notNow).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(sheet.believe).toBeFocused();
  let asked = 0;
  answerWith(opened, {
    believeTakenOver: async () => {
      asked += 1;
      await tellSnapshot(opened, { takenOver: null });
      return {};
    },
  });
  await page.keyboard.press('Enter');
  await expect(sheet.sheet).toBeHidden();
  await expect(sheet.notice).toBeHidden();
  await expect(page.getByText('Tokens are sent again. Check your backup once')).toBeVisible();
  expect(asked).toBe(1);
});

test('what fails for want of the yes leads there', async ({ page }) => {
  const { verify, alert } = new LatchkeyWindow(page);
  await tellSnapshot(opened, { takenOver: few });
  await sheet.notNow.click();
  answerWith(opened, { requestCode: () => Promise.reject(new AppError('not-believed')) });
  await verify.textMe.click();
  await expect(alert).toContainText('Until then nothing is sent');
  await alert.getByRole('button', { name: 'Look at them' }).click();
  await expect(sheet.sheet).toBeVisible();
});

test('a locked window shows nothing of it', async ({ page }) => {
  await tellSnapshot(opened, { takenOver: few });
  await expect(sheet.sheet).toBeVisible();
  await opened.backend.lock({});
  await expect(page.getByRole('heading', { name: 'Latchkey is locked' })).toBeVisible();
  await expect(sheet.sheet).toHaveCount(0);
  await expect(page.getByText('example.com')).toHaveCount(0);
});
