import type { CodeEntry, CodeSetSummary } from './snapshot';

/** From so many unused codes on downwards they run out. */
export const few = 3;

const fewNumbers = [0, 1, 2, few] as const;

export interface LowCodes {
  readonly left: (typeof fewNumbers)[number];
  /** One or none is left. */
  readonly urgent: boolean;
}

type Counts = Pick<CodeSetSummary, 'unused' | 'perhapsUsed' | 'total'>;

/** Whether "Use next code" has one to give: an unused code, or one that was only copied. */
export const hasNext = ({ unused, perhapsUsed }: Counts): boolean => unused + perhapsUsed > 0;

/** The order in which codes are offered: what is written beside a code may say that it is not to be used like any other. */
const offered: readonly ((one: NextEntry) => boolean)[] = [
  ({ state, note }) => state === 'unused' && note === '',
  ({ state }) => state === 'unused',
  ({ state, note }) => state === 'perhaps-used' && note === '',
  ({ state }) => state === 'perhaps-used',
];

type NextEntry = Pick<CodeEntry, 'state' | 'note'>;

/**
 * The place of the next code to use: the first unused one, those with a note last; else the first that was only copied.
 *
 * @returns -1 when none is left
 */
export function nextCode(entries: readonly NextEntry[]): number {
  for (const fits of offered) {
    const place = entries.findIndex(fits);
    if (place >= 0) return place;
  }
  return -1;
}

/**
 * Whether a set runs out; null while there is enough. The windows, the tray and the notifications all ask this.
 *
 * @param listed the service lists the codes that are left, so that few of them are few. A list that a person pasted may
 * be short from the start: nothing is said before one of it was used.
 */
export function lowCodes({ unused, total }: Counts, listed: boolean): LowCodes | null {
  const left = fewNumbers.find((number) => number === unused);
  if (left === undefined || (!listed && left === total)) return null;
  return { left, urgent: left <= 1 };
}
