import { quit, startContender } from '../contenders.mjs';
import { freshFolder } from '../profiles.mjs';
import { quiet } from '../quiet.mjs';
import { monotonic } from '../screen/screen-watch.mjs';
import { untilStill } from '../screen/until-still.mjs';

/** Milliseconds without a change after which the first screen counts as finished. */
const silence = 2_000;
/** Pixels: the first change of this many is the window itself, filled or not. */
const windowSize = 100_000;

/**
 * Starts an app and watches the screen until nothing changes any more.
 * @typedef {object} Start milliseconds since the program was started
 * @property {number} shown the window was there, be it empty
 * @property {number} finished the last change of what a person sees, the title bar included
 *
 * @param {import('../profiles.mjs').Prepared} app
 * @param {import('../contenders.mjs').Ground & { screen: import('../screen/screen-watch.mjs').Screen, before?: () => Promise<unknown> }} options
 *   `before` is done right before the start
 * @returns {Promise<Start>}
 */
export async function measureStart(app, { screen, before, ...ground }) {
  const profile = await freshFolder(app);
  await before?.();
  await quiet();
  screen.takeChanges();
  const begin = monotonic();
  const child = startContender(app, { ...ground, profile });
  const changes = await untilStill(screen, silence);
  await quit(child);
  const shown = changes.find(({ pixels }) => pixels > windowSize)?.at ?? NaN;
  return { shown: shown - begin, finished: (changes.at(-1)?.at ?? NaN) - begin };
}
