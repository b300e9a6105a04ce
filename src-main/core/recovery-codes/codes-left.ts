import type { CodeSetSummary } from '#contract/snapshot';

/** From so many unused codes on downwards an account is running out; the window warns from there on, too. */
export const few = 3;

/** How many codes of a set nobody has touched. */
export const unused = ({ codes }: Pick<CodeSetSummary, 'codes'>): number =>
  codes.filter(({ state }) => state === 'unused').length;

/** A short set that nobody has used anything of is not running out. */
export const isRunningOut = (set: Pick<CodeSetSummary, 'codes'>): boolean =>
  unused(set) <= few && unused(set) < set.codes.length;
