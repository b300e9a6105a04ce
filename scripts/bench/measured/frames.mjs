/* global requestAnimationFrame, cancelAnimationFrame */
import { setTimeout as pause } from 'node:timers/promises';
import { quit, startContender } from '../contenders.mjs';
import { call, ledgerIds, many } from './many-ledgers.mjs';
import { freshFolder } from '../profiles.mjs';
import { quiet } from '../quiet.mjs';
import { debugAddress, inWindow } from '../screen/window-of.mjs';

/**
 * The longest time between two frames in milliseconds, while somebody uses the list of many ledgers.
 * @typedef {{ show: number, scroll: number, search: number, change: number }} Frames `change`: a code of it is marked
 *
 * @param {import('../profiles.mjs').Prepared} app with many ledgers
 * @param {import('../contenders.mjs').Ground} ground
 * @returns {Promise<Frames>}
 */
export async function measureFrames(app, ground) {
  const profile = await freshFolder(app);
  await quiet();
  const child = startContender(app, { ...ground, profile, debuggable: true });
  return inWindow(await debugAddress(child), async (page) => {
    const rows = page.getByRole('list', { name: 'Other codes' }).getByRole('button');
    await page.getByRole('button', { name: 'Recovery codes', exact: true }).click();
    const others = page.getByRole('radio', { name: 'Other codes' });
    await others.waitFor();
    await pause(500);

    const show = await longestFrame(page, async () => {
      await others.check({ force: true });
      await rows.first().waitFor();
    });
    await rows.nth(3).hover();
    const scroll = await longestFrame(page, async () => {
      for (let step = 0; step < 120; step++) {
        await page.mouse.wheel(0, 240);
        await pause(16);
      }
      await rows.last().hover();
    });
    const search = await longestFrame(page, async () => {
      await page.keyboard.press('/');
      await page.keyboard.type('site 49', { delay: 80 });
      await page.getByText(`15 of ${many}`).waitFor();
      await page.keyboard.press('Escape');
      await page.getByText(`15 of ${many}`).waitFor({ state: 'hidden' });
    });
    const [ledgerId] = await ledgerIds(page);
    const change = await longestFrame(page, async () => {
      await call(page, 'markRecoveryCode', { ledgerId, index: 0, state: 'used' });
      await page.getByText('9 of 10 left').waitFor();
    });
    return { show, scroll, search, change };
  }).finally(() => quit(child));
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<void>} action
 */
async function longestFrame(page, action) {
  await pause(300);
  const frames = await page.evaluateHandle(() => {
    let last = performance.now();
    const seen = { longest: 0, id: 0 };
    const look = (/** @type {number} */ now) => {
      seen.longest = Math.max(seen.longest, now - last);
      last = now;
      seen.id = requestAnimationFrame(look);
    };
    seen.id = requestAnimationFrame(look);
    return seen;
  });
  await action();
  await pause(300);
  return frames.evaluate(({ longest, id }) => {
    cancelAnimationFrame(id);
    return longest;
  });
}
