import { differByChance, figure, figureOf } from './figures.mjs';
import { ratio } from './rows.mjs';

/**
 * The lines about the tray and quick verify.
 * @typedef {import('./rows.mjs').Row} Row
 *
 * @param {import('../measured/quick-verify.mjs').Openings} openings
 * @returns {Row[]}
 */
export function quickVerifyRows({ first, later }) {
  const told = (/** @type {number} */ time) => `${time.toFixed(0)} ms`;
  const median = figure(later).median;
  return [
    {
      what: 'click in the tray to quick verify with the focus, ms',
      latchkey: figure(later),
      bare: null,
      result: told(median),
      aim: '<= 100 ms',
      met: median <= 100,
    },
    {
      what: '- the first after a start',
      latchkey: figure([first]),
      bare: null,
      result: told(first),
      aim: null,
      met: null,
    },
  ];
}

/**
 * @param {Awaited<ReturnType<typeof import('../measured/tray.mjs').measureTray>>} costs
 * @returns {Row[]}
 */
export function trayRows({ bare = [], closed = [], hidden = [] }) {
  return [
    ratio('memory (PSS) in the tray, MB', figureOf(closed, 'memory'), figureOf(bare, 'memory'), 0.85),
    ratio('- started hidden, MB', figureOf(hidden, 'memory'), figureOf(bare, 'memory'), 0.8),
    ratio('- processes', figureOf(closed, 'processes'), figureOf(bare, 'processes'), null),
    more('CPU in the tray, % of a core', figureOf(closed, 'cpu'), figureOf(bare, 'cpu'), 0.1),
    more('- started hidden', figureOf(hidden, 'cpu'), figureOf(bare, 'cpu'), 0.1),
  ];
}

/**
 * @param {Awaited<ReturnType<typeof import('../measured/tray.mjs').measureTrayStarts>>} starts
 * @returns {Row[]}
 */
export function trayStartRows({ with: having = [], without = [] }) {
  const [latchkey, bare] = [figureOf(having, 'finished'), figureOf(without, 'finished')];
  const row = ratio('warm start with a tray, ms (bare: without)', latchkey, bare, 1.02);
  if (!differByChance(latchkey.all, bare.all)) return [row];
  return [{ ...row, result: `${row.result}, within noise`, aim: `${row.aim} or within noise`, met: true }];
}

/**
 * @param {string} what in percent
 * @param {import('./figures.mjs').Figure} latchkey
 * @param {import('./figures.mjs').Figure} bare
 * @param {number} limit
 * @returns {Row}
 */
function more(what, latchkey, bare, limit) {
  const difference = latchkey.median - bare.median;
  return {
    what,
    latchkey,
    bare,
    result: `${difference < 0 ? '' : '+'}${difference.toFixed(2)} %`,
    aim: `<= +${limit} %`,
    met: difference <= limit,
  };
}
