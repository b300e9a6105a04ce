/* global document, window */
import { setTimeout as pause } from 'node:timers/promises';
import { TrayHost } from '../../desktop/tray-host.mjs';
import { hidden, quit, startContender } from '../contenders.mjs';
import { freshFolder } from '../profiles.mjs';
import { quiet } from '../quiet.mjs';
import { monotonic, watchScreen } from '../screen/screen-watch.mjs';
import { untilStill } from '../screen/until-still.mjs';
import { debugAddress, inWindow } from '../screen/window-of.mjs';

/** Milliseconds without a change after which quick verify counts as drawn. */
const silence = 1_000;
/** Milliseconds from the start until the first click: what is done after a start is over by then. */
const idleBefore = 5_000;

/**
 * Opens quick verify from the tray of an app that was started hidden, by the clicks that a panel sends over D-Bus. An
 * opening takes until the last change on the screen, watched from outside, and until the page says that it is seen and
 * that the code's field has the focus: whichever is later. Ours and the page's time of day come from the same clock of
 * the computer, in whole milliseconds.
 * @typedef {object} Openings milliseconds since the click
 * @property {number} first the first one after the start, which makes the window: by the screen alone, for nobody can
 *   ask a page that is not there yet
 * @property {number[]} later
 *
 * @param {import('../profiles.mjs').Prepared} app with an account, and no text of late: its age would be counted up
 * @param {import('../contenders.mjs').Ground & { display: string }} options
 * @param {number} times
 * @returns {Promise<Openings>}
 */
export async function measureQuickVerify(app, { display, ...ground }, times) {
  const host = await TrayHost.start(ground.env);
  const screen = await watchScreen(display);
  const profile = await freshFolder(app);
  const child = startContender(hidden(app), { ...ground, profile, debuggable: true });
  const address = await debugAddress(child);
  await host.untilShown(1);
  await pause(idleBefore);
  const { seen: first } = await open();
  const later = await inWindow(address, async (page) => {
    await page.evaluate(untilFocused);
    const results = [];
    for (let turn = 0; turn < times; turn++) {
      await page.keyboard.press('Escape');
      await untilStill(screen, silence);
      const focused = page.evaluate(untilFocused);
      const { clicked, seen } = await open();
      results.push(Math.max(seen, (await focused) - clicked));
    }
    return results;
  }).finally(() => quit(child));
  screen.close();
  host.stop();
  return { first, later };

  /** @returns {Promise<{ clicked: number, seen: number }>} the time of day, and milliseconds from then on */
  async function open() {
    const click = await host.find('Quick verify');
    await quiet();
    screen.takeChanges();
    const begin = monotonic();
    const clicked = Date.now();
    await click();
    const changes = await untilStill(screen, silence);
    return { clicked, seen: (changes.at(-1)?.at ?? NaN) - begin };
  }
}

/**
 * Runs in quick verify's page: until it is seen, and the code's field has the focus of the whole screen.
 * @returns {Promise<number>} the time of day
 */
function untilFocused() {
  return new Promise((resolve) => {
    const news = /** @type {const} */ (['focus', 'focusin', 'visibilitychange']);
    const look = () => {
      const isField = document.activeElement?.getAttribute('autocomplete') === 'one-time-code';
      if (!isField || !document.hasFocus() || document.visibilityState !== 'visible') return;
      for (const name of news) window.removeEventListener(name, look, true);
      resolve(Date.now());
    };
    for (const name of news) window.addEventListener(name, look, true);
    look();
  });
}
