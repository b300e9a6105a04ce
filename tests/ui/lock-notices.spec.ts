import path from 'node:path';
import type { LockNotices } from '../../src-main/contract/lock';
import { LatchkeyWindow } from '../pages/latchkey-window';
import { expectAccessible } from './ground/expect-accessible';
import { expect, test } from './ground/fixtures';
import { openWindow } from './ground/open-window';

const pictures = path.resolve(import.meta.dirname, '../../artifacts/lock-notices');
const found: readonly [string, LockNotices, readonly string[]][] = [
  ['all', { screen: 'followed', sleep: 'followed', idle: 'system' }, []],
  [
    'nothing',
    { screen: 'silent', sleep: 'silent', idle: 'own-windows' },
    ['nothing on this desktop says so', 'only what you do in a window of Latchkey counts'],
  ],
  [
    'lost',
    { screen: 'lost', sleep: 'followed', idle: 'system' },
    ['its connection to the desktop broke off'],
  ],
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [420, 700],
    [880, 600],
    [1440, 900],
  ] as const) {
    test(`what the lock cannot notice fits in ${colorScheme} at ${width}`, async ({ page, ports }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { app, backend, complaints } = await openWindow(page, ports);
      await backend.addPracticeAccount({});
      await new LatchkeyWindow(page).open('Settings');
      const security = page.getByRole('heading', { name: 'Security' });
      for (const [name, notices, words] of found) {
        app.foundLockNotices(notices);
        const said = page.getByText(/Latchkey cannot tell|This desktop does not say/);
        await expect(said).toHaveCount(words.length);
        for (const one of words) await expect(page.getByText(one)).toBeVisible();
        await security.scrollIntoViewIfNeeded();
        await security.evaluate((element) => element.scrollIntoView({ block: 'start' }));
        await page.screenshot({ path: path.join(pictures, `${colorScheme}-${width}-${name}.png`) });
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      }
      expect(complaints).toEqual([]);
    });
  }
}
