import { hasDigit, isCodeLike, isDigits, isGroup, isWordCase, letterCount, type Word } from './shape';

/** A row of words that are codes, or groups of one. */
export interface Row {
  readonly words: readonly Word[];
  /** Something announces one code: then all of them are its groups. */
  readonly isOne: boolean;
}

/** How the words of a row belong together. */
export type Grouping =
  /** Each is a code. */
  | 'each'
  /** All are groups of one code. */
  | 'one'
  /** Two each: columns that stand close to each other. */
  | 'pairs'
  /** Several groups of five or six: one key where it stands alone, columns of codes where there are many such rows. */
  | 'long';

/** How the words of a row belong together, as far as the row itself says; null where they are no codes. */
export function groupingOf({ words, isOne }: Row): Grouping | null {
  const texts = words.map(({ text }) => text);
  const [first = ''] = texts;
  if (texts.length === 1) return isCodeLike(first) ? 'one' : null;
  if (!texts.every(isGroup)) return areCodes(texts) ? 'each' : null;
  if (isWordCase(texts.join(' ')) || letterCount(texts.join('')) < 4) return null;
  const lengths = texts.map(({ length }) => length);
  const longest = Math.max(...lengths);
  const isEqual = lengths.every((length) => length === longest);
  const isNumber = texts.every(isDigits);
  const some = texts.some(hasDigit);
  if (isEqual && longest <= 4) return isPaired(texts, isNumber) && !isOne ? 'pairs' : 'one';
  if (isOne && (isNumber || (isNearlyEqual(lengths) && (some || isUpper(texts))))) return 'one';
  if (isNumber && longest <= 4) return 'one';
  if (isEqual && longest <= 6 && texts.length >= 3 && some) return 'long';
  if (isEqual) return 'each';
  if (texts.length >= 3 && longest <= 8 && some && isNearlyEqual(lengths)) return 'one';
  return areCodes(texts) ? 'each' : null;
}

/** Codes that stand beside each other: each has a digit, or all are as long. */
function areCodes(texts: readonly string[]): boolean {
  if (!texts.every(isCodeLike)) return false;
  return (
    texts.every(hasDigit) ||
    (texts.every(({ length }) => length === texts[0]?.length) && texts.some(hasDigit))
  );
}

/** Four or six groups of digits, which are two codes or three more often than one. */
const isPaired = (texts: readonly string[], isNumber: boolean): boolean =>
  isNumber && texts.length >= 4 && texts.length % 2 === 0;

/** Groups of one length but for a shorter one at one end. */
function isNearlyEqual(lengths: readonly number[]): boolean {
  const longest = Math.max(...lengths);
  const shorter = lengths.flatMap((length, place) => (length < longest ? [place] : []));
  return (
    shorter.length === 0 || (shorter.length === 1 && (shorter[0] === 0 || shorter[0] === lengths.length - 1))
  );
}

const isUpper = (texts: readonly string[]): boolean => texts.every((text) => text === text.toUpperCase());

/** How many such rows make columns of what would be a code by itself. */
const fewRows = 2;

/**
 * The codes of rows, each as its words. What a row alone does not say follows from the others: groups of four digits are
 * pairs in several rows, and a code in one; long groups are a key in one or two rows, and columns of codes in more.
 */
export function codesOfRows(rows: readonly (readonly [Row, Grouping])[]): Word[][][] {
  const paired = rows.filter(([, grouping]) => grouping === 'pairs').length;
  const long = rows.filter(([, grouping]) => grouping === 'long').length;
  return rows.map(([{ words, isOne }, grouping]) => {
    const isNumber = words.every(({ text }) => isDigits(text));
    if (grouping === 'each') return words.map((word) => [word]);
    if (grouping === 'pairs' && paired >= fewRows) return inPairs(words);
    if (grouping === 'long' && !isOne && isNumber && long > fewRows) return words.map((word) => [word]);
    return [[...words]];
  });
}

const inPairs = (words: readonly Word[]): Word[][] =>
  words.flatMap((_, place) => (place % 2 === 0 ? [words.slice(place, place + 2)] : []));
