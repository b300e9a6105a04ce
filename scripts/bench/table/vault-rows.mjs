import { figureOf } from './figures.mjs';
import { many } from '../measured/many-ledgers.mjs';
import { ratio } from './rows.mjs';

/**
 * The lines about vaults and sealing: what stands in the column of the bare window is told in brackets.
 * @typedef {import('./rows.mjs').Row} Row
 *
 * @param {Record<string, import('../measured/start.mjs').Start[]>} starts
 * @returns {Row[]}
 */
export function vaultRows({ emptied = [], full = [] }) {
  const what = `warm start with ${many} ledgers, ms (bare: an empty vault)`;
  return [ratio(what, figureOf(full, 'finished'), figureOf(emptied, 'finished'), 1.1)];
}

/**
 * @param {import('../measured/frames.mjs').Frames[]} frames
 * @returns {Row[]}
 */
export function frameRows(frames) {
  return [
    atMost(`longest frame scrolling through ${many} ledgers, ms`, figureOf(frames, 'scroll'), 32),
    atMost('longest frame searching them, ms', figureOf(frames, 'search'), 32),
    atMost('- opening their list, ms', figureOf(frames, 'show'), null),
    atMost('- when a code of one is marked, ms', figureOf(frames, 'change'), null),
  ];
}

/**
 * @param {Record<string, import('../measured/seal.mjs').Sealing[]>} sealing
 * @returns {Row[]}
 */
export function sealRows({ latchkey = [], age = [] }) {
  return [
    ratio('sealing by passphrase, ms (bare: age -p)', figureOf(latchkey, 'seal'), figureOf(age, 'seal'), 1.3),
    ratio('opening by passphrase, ms (bare: age -d)', figureOf(latchkey, 'open'), figureOf(age, 'open'), 1.3),
    atMost('- opening with the start of its process, ms', figureOf(latchkey, 'unprepared'), null),
    atMost('- longest block of main meanwhile, ms', figureOf(latchkey, 'block'), 60),
  ];
}

/**
 * @param {string} what
 * @param {import('./figures.mjs').Figure} latchkey
 * @param {number | null} limit milliseconds
 * @returns {Row}
 */
function atMost(what, latchkey, limit) {
  return {
    what,
    latchkey,
    bare: null,
    result: `${latchkey.median.toFixed(1)} ms`,
    aim: limit === null ? null : `<= ${limit} ms`,
    met: limit === null ? null : latchkey.median <= limit,
  };
}
