import type { Page } from '@playwright/test';
import { LatchkeyWindow } from '../pages/latchkey-window';
import {
  everyBackup,
  everyLedger,
  everyOther,
  everySetUp,
  everyState,
  everyVault,
} from './ground/every-state';
import { expect, test } from './ground/fixtures';
import { openWindow } from './ground/open-window';
import { unmarkedTexts } from './ground/unmarked-texts';

/** What is a person's, a service's or the system's, and is in no catalogue. */
const data = [
  // Labels, and the notes of the walk.
  /\b(?:Work|Bank|Practice service)\b/g,
  /On paper, in the safe/g,
  /https?:\/\/[^\s,;]+/g,
  /127\.0\.0\.1(?::\d+)?/g,
  // Folders, and names of files.
  /\/usb\b/g,
  /[\w-]+\.age\b/g,
  // Recovery codes, and names of their sets.
  /\b[a-z0-9]{4,5}-[a-z0-9]{4,5}\b/g,
  /\b[A-Z0-9]{2,3}-[A-Z0-9]{3}\b/g,
  // Dates of the computer's own.
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g,
  /\b(?:AM|PM)\b/g,
  // The version, and keys of a keyboard.
  /0\.0\.0-test/g,
  /\b(?:Ctrl|Alt|Shift|Enter|Esc|Cmd)\b/g,
];

const withoutData = (text: string): string => data.reduce((left, one) => left.replace(one, ''), text);

test.describe('every text on the screen comes from the catalogue', () => {
  let complaints: readonly string[] = [];
  test.beforeEach(async ({ page, ports }) => {
    ({ complaints } = await openWindow(page, ports, 'index', '?words=marked'));
  });
  test.afterEach(() => {
    expect(complaints).toEqual([]);
  });

  async function practiced(page: Page): Promise<LatchkeyWindow> {
    const window = new LatchkeyWindow(page);
    await window.addAccount.practice.click();
    await expect(window.verify.heading).toBeVisible();
    return window;
  }

  /** All findings at once: one by one they would take a run each. */
  async function expectMarked(page: Page, ...walks: AsyncGenerator<string>[]): Promise<void> {
    const found: string[] = [];
    for (const walk of walks) {
      for await (const state of walk) {
        for (const text of await unmarkedTexts(page)) {
          const left = withoutData(text.slice(text.indexOf(': ') + 2));
          if (/\p{L}{2}/u.test(left)) found.push(`${state} – ${text}`);
        }
      }
    }
    expect(found).toEqual([]);
  }

  test('on every screen', async ({ page }) => {
    const window = new LatchkeyWindow(page);
    // Until then the page has the title of its file.
    await expect(window.addAccount.practice).toBeVisible();
    await expectMarked(page, everyState(window));
  });

  test('among the recovery codes', async ({ page }) => {
    const window = await practiced(page);
    await window.open('Recovery codes');
    await expectMarked(page, everyLedger(window), everyOther(window));
  });

  test('where a backup is set up', async ({ page, files, dialogs }) => {
    dialogs.folder = '/usb';
    files.make('/usb');
    const window = await practiced(page);
    await window.open('Recovery codes');
    await expectMarked(page, everySetUp(window));
  });

  test('among the backups', async ({ page, files, dialogs }) => {
    dialogs.folder = '/usb';
    files.make('/usb');
    const window = await practiced(page);
    await window.open('Backups');
    await expectMarked(page, everyBackup(window, files));
  });

  test('where the vault does not open', async ({ page, vaultFile }) => {
    await expectMarked(page, everyVault(await practiced(page), vaultFile));
  });
});

test('the pseudo-locale speaks in the window, and changes nothing that it must not', async ({
  page,
  ports,
}) => {
  const { complaints } = await openWindow(page, ports, 'index', '?words=pseudo');
  await expect(page.locator('body')).toContainText('⟦');
  expect(complaints).toEqual([]);
});
