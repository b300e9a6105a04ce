import type { Page } from '@playwright/test';
import { quickVerifySize } from '../../src-main/edge/windows/quick-verify-place';
import { LatchkeyWindow } from '../pages/latchkey-window';
import { QuickVerifyPage } from '../pages/quick-verify-page';
import { speak } from '../../src-main/words/catalogue';
import { marked } from '../../src-main/words/pseudo';
import { everyLock, everyLostKey } from './ground/every-lock';
import { everyAnswer, everyOtherAlone, everyUnbackedCode } from './ground/every-other-state';
import { everyQuick } from './ground/every-quick';
import { everyAccountSetting, everyDesktopSetting } from './ground/every-setting';
import { everyWaiting } from './ground/every-waiting';
import { everyKit, everyRestore } from './ground/every-way-back';
import {
  everyBackup,
  everyLedger,
  everyOther,
  everySetUp,
  everyState,
  everyVault,
} from './ground/every-state';
import { expect, test } from './ground/fixtures';
import { type Opened, openWindow } from './ground/open-window';
import { unmarkedTexts } from './ground/unmarked-texts';

/** What is a person's, a service's or the system's, and is in no catalogue. */
const data = [
  // Labels, and the notes of the walk.
  /\b(?:Work|Bank|Mail|Shop|Library card|Practice service)\b/g,
  /On paper, in the safe/g,
  /https?:\/\/[^\s,;]+/g,
  /\bapi\.example\.com\b/g,
  /127\.0\.0\.1(?::\d+)?/g,
  // Folders, and names of files.
  /\/(?:usb|sync)\b/g,
  /[\w-]+(?: \(1\))?\.(?:age|pdf)\b/g,
  // Recovery codes, and names of their sets.
  /\b[a-z0-9]{4,5}-[a-z0-9]{4,5}\b/g,
  /\b[A-Z0-9]{2,3}-[A-Z0-9]{3}\b/g,
  // Dates of the computer's own.
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g,
  /\b(?:AM|PM)\b/g,
  // The versions of Latchkey and of what it runs on, and keys of a keyboard.
  /0\.0\.0-test/g,
  /\bElectron 0\.0\.0/g,
  /\b(?:Ctrl|Alt|Shift|Enter|Esc|Cmd)\b/g,
];

const withoutData = (text: string): string => data.reduce((left, one) => left.replace(one, ''), text);

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

// What the core hands to the window as a text is made here, in the test's own process.
test.beforeEach(() => speak(marked));
test.afterEach(() => speak((_, english) => english));

test.describe('every text on the screen comes from the catalogue', () => {
  let complaints: readonly string[] = [];
  let app: Opened['app'];
  let opened: Opened;
  test.beforeEach(async ({ page, ports }) => {
    opened = await openWindow(page, ports, 'index', '?words=marked');
    ({ complaints, app } = opened);
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

  test('in what comes of an answer', async ({ page, practice }) => {
    await expectMarked(page, everyAnswer(await practiced(page), practice));
  });

  test('where codes would be replaced', async ({ page, files, dialogs }) => {
    dialogs.folder = '/usb';
    files.make('/usb');
    const window = await practiced(page);
    await window.open('Backups');
    await expectMarked(page, everyUnbackedCode(window, { page, files }));
  });

  test('where there are other codes alone', async ({ page }) => {
    await expectMarked(page, everyOtherAlone(await practiced(page), page));
  });

  test('where something is told of the vault', async ({ page }) => {
    await expectMarked(page, everyVault(await practiced(page), opened, page));
  });

  test('where something is restored', async ({ page, files, dialogs }) => {
    await expectMarked(page, everyRestore(new LatchkeyWindow(page), { page, files, dialogs }));
  });

  test('where a kit is made', async ({ page, files, dialogs, paper }) => {
    await expectMarked(page, everyKit(await practiced(page), { page, files, dialogs, paper }));
  });

  test('where Latchkey is locked', async ({ page, secrets, vaultFile }) => {
    await expectMarked(page, everyLock(await practiced(page), { page, app, secrets, vaultFile }));
  });

  test('where something waits for a yes, or for the keychain', async ({ page }) => {
    await practiced(page);
    await expectMarked(page, everyWaiting(opened, page));
  });

  test('where the key is lost', async ({ page, secrets }) => {
    await expectMarked(page, everyLostKey(await practiced(page), { page, secrets }));
  });

  test('in the dialogs of an account', async ({ page, secrets }) => {
    await expectMarked(page, everyAccountSetting(new LatchkeyWindow(page), { page, secrets }));
  });

  test('in the settings of the desktop', async ({ page, loginStart, quickVerify, updates }) => {
    const outside = { page, app, loginStart, quickVerify, updates };
    await expectMarked(page, everyDesktopSetting(await practiced(page), outside));
  });
});

test('every text of quick verify comes from the catalogue', async ({ page, ports, desktop }) => {
  await page.setViewportSize(quickVerifySize);
  const opened = await openWindow(page, ports, 'quick', '?words=marked');
  await expectMarked(page, everyQuick(new QuickVerifyPage(page), opened, desktop));
  expect(opened.complaints).toEqual([]);
});

test('the pseudo-locale speaks in the window, and changes nothing that it must not', async ({
  page,
  ports,
}) => {
  const { complaints } = await openWindow(page, ports, 'index', '?words=pseudo');
  await expect(page.locator('body')).toContainText('⟦');
  expect(complaints).toEqual([]);
});
