import type { CodeSetSummary } from '#contract/snapshot';

/** How many codes can still be counted on. */
export const codesLeft = ({ codes }: CodeSetSummary): number =>
  codes.filter(({ state }) => state === 'unused').length;

/** Whether "Use next code" has one to give: an unused code, or one that was only copied. */
export const hasNext = ({ codes }: CodeSetSummary): boolean =>
  codes.some(({ state }) => state === 'unused' || state === 'perhaps-used');

const few = [0, 1, 2, 3] as const;

export interface LowCodes {
  readonly left: (typeof few)[number];
  /** One or none is left. */
  readonly urgent: boolean;
}

/**
 * Whether a set runs out; null while there is enough.
 *
 * @param listed the service lists the codes that are left, so that few of them are few. A list that a person pasted may
 * be short from the start: nothing is said before one of it was used.
 */
export function lowCodes(set: CodeSetSummary, listed: boolean): LowCodes | null {
  const all = codesLeft(set);
  const left = few.find((number) => number === all);
  if (left === undefined || (!listed && left === set.codes.length)) return null;
  return { left, urgent: left <= 1 };
}
