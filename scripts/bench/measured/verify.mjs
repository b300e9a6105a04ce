/* global document, MutationObserver */
import { setTimeout as pause } from 'node:timers/promises';
import { quit, startContender } from '../contenders.mjs';
import { freshFolder } from '../profiles.mjs';
import { quiet } from '../quiet.mjs';
import { debugAddress, inWindow } from '../screen/window-of.mjs';

/**
 * How long an accepted code takes, in milliseconds: in Latchkey's window from the sixth digit until the outcome stands
 * there, and as a plain call to the same service. Latchkey does more: it reads the token from the keychain and writes
 * down on disk that the code was accepted.
 * @param {import('../profiles.mjs').Prepared} app with an account of the service
 * @param {import('../service.mjs').Service} service
 * @param {import('../contenders.mjs').Ground} ground
 * @param {number} times
 * @returns {Promise<{ first: number, window: number[], direct: number[] }>} `first`: the first one after the start, which
 *   also loads what no start needs; not among those of the `window`
 */
export async function measureVerify(app, service, ground, times) {
  const profile = await freshFolder(app);
  const child = startContender(app, { ...ground, profile, debuggable: true });
  return inWindow(await debugAddress(child), async (page) => {
    const first = await enter(page, await service.freshCode());
    /** @type {{ first: number, window: number[], direct: number[] }} */
    const results = { first, window: [], direct: [] };
    for (let turn = 0; turn < times; turn++) {
      await quiet();
      results.window.push(await enter(page, await service.freshCode()));
      results.direct.push(await call(service, await service.freshCode()));
    }
    return results;
  }).finally(() => quit(child));
}

/**
 * @param {import('../service.mjs').Service} service
 * @param {string} code
 */
async function call(service, code) {
  await pause(300);
  const begin = performance.now();
  await service.verify(code);
  return performance.now() - begin;
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} code
 */
async function enter(page, code) {
  const field = page.getByRole('textbox', { name: 'Code' });
  await field.fill(code.slice(0, -1));
  await pause(300);
  const outcome = page.evaluate(timeUntilOutcome);
  await field.press(code.slice(-1));
  const { milliseconds, words } = await outcome;
  if (!/accepted/i.test(words)) throw new Error(`A good code was not accepted: ${words}`);
  return milliseconds;
}

/**
 * Runs in the window: from the next input until a live region says something.
 * @returns {Promise<{ milliseconds: number, words: string }>}
 */
function timeUntilOutcome() {
  const said = () =>
    [...document.querySelectorAll('[role=status]')].map((one) => one.textContent.trim()).join('');
  return new Promise((resolve) => {
    let begin = NaN;
    document.addEventListener('input', () => (begin = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (Number.isNaN(begin) || said() === '') return;
      observer.disconnect();
      resolve({ milliseconds: performance.now() - begin, words: said() });
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
