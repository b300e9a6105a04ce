import { hasDigit, isCodeLike, isDigits, isGroup, isName, type Word } from './shape';
import { groupingOf } from './groups';

const longestKey = 64;

/** A code in the words of a sentence. */
export interface Spoken {
  readonly words: readonly Word[];
}

/** The words of a sentence that may be codes: those with a digit that are no names, and groups of capitals and digits. */
export function codesInProse(words: readonly Word[]): Spoken[] {
  const found: Spoken[] = [];
  for (let place = 0; place < words.length;) {
    const run = runOfGroups(words, place);
    const word = words[place];
    if (run.length > 1) found.push({ words: run });
    else if (word && isSpokenCode(word.text)) found.push({ words: [word] });
    place += Math.max(1, run.length);
  }
  return found;
}

const isSpokenCode = (text: string): boolean =>
  isCodeLike(text) && hasDigit(text) && !isName(text) && !/^(?:19|20)\d\d$/.test(text);

/** Groups of one length from a place on. */
function runOfGroups(words: readonly Word[], from: number): readonly Word[] {
  const length = words[from]?.text.length ?? 0;
  let to = from;
  while (to < words.length && to - from < longestKey) {
    const { text = '', ends = true } = words[to] ?? {};
    if (text.length !== length || !isSpokenGroup(text)) break;
    to += 1;
    if (ends) break;
  }
  const run = words.slice(from, to);
  return length >= 3 && length <= 6 && run.length > 1 && run.some(({ text }) => hasDigit(text)) ? run : [];
}

const isSpokenGroup = (text: string): boolean =>
  isGroup(text) && (isDigits(text) || text === text.toUpperCase());

/**
 * The code at the beginning of what stands behind a label, where words follow: "abcd-1234 keep it".
 *
 * @param isOne the label announces a single code
 */
export function leadingCode(words: readonly Word[], isOne: boolean): readonly Word[] {
  const end = words.findIndex(({ ends }) => ends);
  const most = Math.min(end < 0 ? words.length : end + 1, longestKey);
  for (let count = most; count > 0; count -= 1) {
    const lead = words.slice(0, count);
    const text = lead.map((word) => word.text).join(' ');
    const isLikely = hasDigit(text) || /^\p{Lu}{6,}$/u.test(text);
    if (isLikely && (isOne || count === 1) && groupingOf({ words: lead, isOne }) === 'one') return lead;
  }
  return [];
}
