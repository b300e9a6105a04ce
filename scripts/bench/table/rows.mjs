import { figure, figureOf } from './figures.mjs';

/**
 * One line of the table.
 * @typedef {object} Row
 * @property {string} what with its unit
 * @property {import('./figures.mjs').Figure} latchkey
 * @property {import('./figures.mjs').Figure | null} bare null where a bare window has nothing to compare
 * @property {string} result Latchkey against the bare window
 * @property {string | null} aim null for a line that is there to explain another
 * @property {boolean | null} met
 */

/**
 * @param {{ warm: Record<string, Start[]>, cold: Record<string, Start[]> | null }} starts
 * @typedef {import('../measured/start.mjs').Start} Start
 * @returns {Row[]}
 */
export function startRows({ warm, cold }) {
  const rows = [];
  for (const [name, starts] of /** @type {const} */ ([
    ['warm', warm],
    ['cold', cold],
  ])) {
    if (!starts) continue;
    const of = (/** @type {string} */ app, /** @type {keyof Start} */ key) =>
      figureOf(starts[app] ?? [], key);
    rows.push(ratio(`${name} start to the window, ms`, of('practice', 'shown'), of('bare', 'shown'), null));
    rows.push(
      ratio(`${name} start to the last change, ms`, of('practice', 'finished'), of('bare', 'finished'), 1.15),
    );
    if (starts['own'])
      rows.push(
        ratio(`- with a service of one's own, ms`, of('own', 'finished'), of('bare', 'finished'), null),
      );
  }
  return rows;
}

/**
 * @param {Record<string, import('../measured/idle.mjs').Idle[]>} idle
 * @returns {Row[]}
 */
export function idleRows(idle) {
  const of = (/** @type {string} */ app, /** @type {keyof import('../measured/idle.mjs').Idle} */ key) =>
    figureOf(idle[app] ?? [], key);
  const cpu = of('practice', 'cpu');
  return [
    ratio('memory (PSS) after 10 s, MB', of('practice', 'memory'), of('bare', 'memory'), 1.1),
    ratio(`- with a service of one's own, MB`, of('own', 'memory'), of('bare', 'memory'), null),
    ratio('- processes', of('practice', 'processes'), of('bare', 'processes'), null),
    {
      what: 'CPU with a countdown, % of a core',
      latchkey: cpu,
      bare: of('bare', 'cpu'),
      result: `${cpu.median.toFixed(2)} %`,
      aim: '< 1 %',
      met: cpu.median < 1,
    },
  ];
}

/**
 * @param {{ first: number, window: number[], direct: number[] }} times
 * @returns {Row[]}
 */
export function verifyRows({ first, window, direct }) {
  const [latchkey, plain] = [figure(window), figure(direct)];
  const more = (/** @type {number} */ time) => {
    const difference = time - plain.median;
    return `${difference < 0 ? '' : '+'}${difference.toFixed(1)} ms`;
  };
  return [
    {
      what: 'code entered to outcome, ms (bare: a plain call)',
      latchkey,
      bare: plain,
      result: more(latchkey.median),
      aim: '<= +10 ms',
      met: latchkey.median - plain.median <= 10,
    },
    {
      what: '- the first after a start',
      latchkey: figure([first]),
      bare: plain,
      result: more(first),
      aim: null,
      met: null,
    },
  ];
}

/**
 * @param {Awaited<ReturnType<typeof import('../measured/sizes.mjs').measureSizes>>} sizes
 * @returns {Row[]}
 */
export function sizeRows(sizes) {
  const limit = 90;
  const names = {
    windowScript: 'window JavaScript at the start, KB',
    windowScriptLater: '- loaded when it is needed, KB',
    windowStyle: 'window CSS, KB',
    main: 'main.js, KB',
    preload: 'preload, KB',
    dist: 'all that is built, KB',
  };
  return Object.entries(names).map(([key, what]) => {
    const { raw, gzip } = sizes[/** @type {keyof typeof names} */ (key)];
    const aim = key === 'windowScript' ? `<= ${limit} gzip` : null;
    return {
      what,
      latchkey: figure([raw]),
      bare: null,
      result: `${gzip.toFixed(1)} gzip`,
      aim,
      met: aim ? gzip <= limit : null,
    };
  });
}

/**
 * @param {string} what
 * @param {import('./figures.mjs').Figure} latchkey
 * @param {import('./figures.mjs').Figure} bare
 * @param {number | null} limit
 * @returns {Row}
 */
export function ratio(what, latchkey, bare, limit) {
  const times = latchkey.median / bare.median;
  const aim = limit === null ? null : `<= ${limit.toFixed(2)}x`;
  return {
    what,
    latchkey,
    bare,
    result: `${times.toFixed(2)}x`,
    aim,
    met: limit === null ? null : times <= limit,
  };
}
