import type { CodeSetSummary } from '#contract/snapshot';

/** From so many unused codes on downwards an account is running out; the window warns from there on, too. */
export const few = 3;

/** "3 recovery codes" */
export const inWords = (codes: number): string =>
  codes === 1 ? '1 recovery code' : `${codes} recovery codes`;

/** A short set that nobody has used anything of is not running out. */
export const isRunningOut = ({ unused, total }: Pick<CodeSetSummary, 'unused' | 'total'>): boolean =>
  unused <= few && unused < total;
