import { SetupError } from '../setup/run.mjs';

/**
 * How often each thing is measured, and for how many seconds CPU is counted.
 * @typedef {{ starts: number, idles: number, cpuSeconds: number, codes: number, opens: number, seals: number, lists: number }} Plan
 */

/** @type {Plan} */
const full = { starts: 9, idles: 3, cpuSeconds: 30, codes: 11, opens: 15, seals: 7, lists: 3 };
/** @type {Plan} */
const quick = { starts: 3, idles: 1, cpuSeconds: 10, codes: 5, opens: 5, seals: 3, lists: 1 };

/**
 * Reads the options of `npm run bench`: `--quick` measures each thing less often, `--only NAME[,NAME…]` only these.
 * @param {string[]} args
 * @param {string[]} names of all there is to measure
 * @returns {{ plan: Plan, chosen: string[] }}
 */
export function readOptions(args, names) {
  let plan = full;
  let chosen = names;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--quick') plan = quick;
    else if (arg === '--only') chosen = (args[++index] ?? '').split(',');
    else throw new SetupError(`The bench does not know ${arg}. It takes --quick and --only.`);
  }
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new SetupError(`--only takes some of ${names.join(', ')}, with commas between.`);
  return { plan, chosen };
}
