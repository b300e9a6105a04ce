/**
 * What several measurements of one thing gave.
 * @typedef {{ median: number, min: number, max: number, all: number[] }} Figure
 */

/**
 * @param {number[]} all at least one
 * @returns {Figure}
 */
export function figure(all) {
  const sorted = [...all].sort((one, other) => one - other);
  const at = (/** @type {number} */ index) => sorted[index] ?? NaN;
  const middle = (sorted.length - 1) / 2;
  const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
  return { median, min: at(0), max: at(sorted.length - 1), all };
}

/**
 * Picks one figure out of several measurements that gave more than one each.
 * @template {string} Key
 * @param {Record<Key, number>[]} results
 * @param {Key} key
 */
export const figureOf = (results, key) => figure(results.map((result) => result[key]));

/**
 * Whether two things that were measured in turn differ by no more than chance: the mean of the pairs' differences lies
 * within two of its standard errors from 0.
 * @param {number[]} one
 * @param {number[]} other as many
 */
export function differByChance(one, other) {
  const differences = one.map((value, turn) => value - (other[turn] ?? NaN));
  const mean = average(differences);
  const variance = average(differences.map((difference) => (difference - mean) ** 2));
  return Math.abs(mean) <= 2 * Math.sqrt(variance / (differences.length - 1));
}

/** @param {number[]} all */
const average = (all) => all.reduce((sum, one) => sum + one, 0) / all.length;
