import type { CodeSetSummary, CodeState } from '#contract/snapshot';
import { day } from './time-text';

/** How many codes can still be counted on. */
export const codesLeft = ({ unused }: CodeSetSummary): number => unused;

/** Whether "Use next code" has one to give: an unused code, or one that was only copied. */
export const hasNext = ({ unused, perhapsUsed }: CodeSetSummary): boolean => unused + perhapsUsed > 0;

export function leftInWords(set: CodeSetSummary): string {
  const { total } = set;
  return total === 0 ? 'No codes in this set' : `${codesLeft(set)} of ${total} left`;
}

const fewWords = [
  'No unused code is left.',
  'One code is left.',
  'Two codes are left.',
  'Three codes are left.',
];

export interface LowCodes {
  readonly left: number;
  /** One or none is left. */
  readonly urgent: boolean;
  readonly words: string;
}

/**
 * What to say when a set runs out; null while there is enough.
 *
 * @param listed the service lists the codes that are left, so that few of them are few. A list that a person pasted may
 * be short from the start: nothing is said before one of it was used.
 */
export function lowCodes(set: CodeSetSummary, listed: boolean): LowCodes | null {
  const left = codesLeft(set);
  const words = fewWords[left];
  if (words === undefined || (!listed && left === set.total)) return null;
  return { left, urgent: left <= 1, words };
}

/** What is known of a code; null for an unused one, which needs no word. */
export function codeStateInWords(state: CodeState, at: number | null): string | null {
  const when = at === null ? '' : ` ${day(at)}`;
  switch (state) {
    case 'unused':
      return null;
    case 'used':
      return `Used${when}`;
    case 'perhaps-used':
      return `Perhaps used (copied${when})`;
    case 'gone':
      return `Gone${when}: the service no longer lists it`;
  }
}
