/**
 * Measures apps in turn, each time in the other order, so that what changes on the machine meanwhile meets them all.
 * @template {{ name: string }} App
 * @template Result
 * @param {App[]} apps
 * @param {number} times
 * @param {(app: App) => Promise<Result>} measure
 * @returns {Promise<Record<string, Result[]>>} by the apps' names
 */
export async function inTurn(apps, times, measure) {
  /** @type {Record<string, Result[]>} */
  const results = {};
  for (let turn = 0; turn < times; turn++) {
    for (const app of turn % 2 === 0 ? apps : [...apps].reverse()) {
      (results[app.name] ??= []).push(await measure(app));
    }
  }
  return results;
}
