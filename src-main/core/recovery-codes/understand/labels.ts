import { isCodeLike, hasDigit } from './shape';
import { aboutOf, namesCode } from './vocabulary';

/** A cell that names what stands in it. */
export interface Labelled {
  readonly label: string;
  readonly rest: string;
}

const separator = /:\s+|:$|\s(?:=>|->|[=→])\s|\s-{1,2}\s/gu;
/** Longer ones are sentences. */
const longestLabel = 80;
const mostLooks = 4;

/** The label in front of a cell: "Code 1: abcd", "Key = abcd", "Code:abcd". Null where there is none. */
export function splitLabel(text: string): Labelled | null {
  let looks = 0;
  for (const found of text.slice(0, 4 * longestLabel).matchAll(separator)) {
    const label = text.slice(0, found.index).trim();
    if (label.length > longestLabel || (looks += 1) > mostLooks) return null;
    const rest = text.slice(found.index + found[0].length).trim();
    if (!isLabel(label)) continue;
    if (!found[0].includes(':') && !startsAsCode(rest)) continue;
    return { label, rest };
  }
  return splitGlued(text);
}

/** Words, and a number of its own at most: else it is a code itself. */
const isLabel = (label: string): boolean =>
  /\p{L}/u.test(label) &&
  label
    .split(/\s+/u)
    .every((word) => !hasDigit(word) || /^\D*\d{1,3}\D*$/u.test(word) || !isCodeLike(word)) &&
  !(isCodeLike(label) && hasDigit(label) && !namesCode(label));

const startsAsCode = (rest: string): boolean => hasDigit(rest.split(/\s/u, 1)[0] ?? '');

/** A label without a blank behind its colon has to speak of codes, or to be of letters that codes do not have. */
function splitGlued(text: string): Labelled | null {
  const found = /^([\p{L}][\p{L}\p{N} #_-]{1,60}?):(?=[^\s/])(.+)$/u.exec(text);
  const [, label = '', rest = ''] = found ?? [];
  const isWord =
    /[^\p{Script=Latin}\p{N}\p{P}\s]/u.test(label) || namesCode(label) || aboutOf(label) !== 'unknown';
  return found && isWord && !/\d{4}/.test(label) ? { label, rest } : null;
}

/** "Your recovery code is abcd": the label of a sentence. */
export function splitSentence(text: string): Labelled | null {
  const found = /\b(?:is|are|ist|sind|est|es|lautet|lauten)\b:?\s+/iu.exec(text);
  if (!found || found.index > longestLabel) return null;
  const label = text.slice(0, found.index).trim();
  return namesCode(label) || aboutOf(label) === 'secret'
    ? { label, rest: text.slice(found.index + found[0].length) }
    : null;
}
