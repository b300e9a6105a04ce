/** UTF-16 units without dashes and blanks. Recovery codes of services that we know have 8 to 32, the long ones in groups. */
const longestAlone = 24;
const longestInGroups = 32;

/** Consonants in a row that words have: any two, and more where most of them are easy to say together. */
const isSayable = (run: string): boolean =>
  run.length <= 2 || run === 'tch' || (run.match(/[srlnmh]/g) ?? []).length >= Math.max(1, run.length - 2);

/** Whether letters can be said, as those of a word can. */
function isWord(letters: string): boolean {
  const small = letters.toLowerCase();
  const runs = small.split(/[aeiouy]+/);
  return (
    /^[a-z]{2,}$/.test(small) && runs.length > 1 && runs.every((run) => run.length < 5 && isSayable(run))
  );
}

/** A word with a number before or behind it, as passwords are made: "hunter2", "Summer2026". */
function isNumberedWord(text: string): boolean {
  const [, before, behind] = /^(?:\d+([a-z]{4,})|([a-z]{4,})\d+)$/i.exec(text) ?? [];
  return isWord(before ?? behind ?? '');
}

/**
 * Whether a text that no list has is more likely words, a password, or a number of another kind than a code. A code has
 * digits, or comes in groups of one length that nobody could say.
 *
 * @param text letters, digits and signs, with single blanks and plain dashes
 */
export function readsAsWords(text: string): boolean {
  const groups = text.split(/[ -]+/).filter((group) => group !== '');
  const size = groups[0]?.length ?? 0;
  const isEven = groups.length > 1 && groups.every(({ length }) => length === size);
  if (groups.join('').length > (isEven ? longestInGroups : longestAlone)) return true;
  if (!/[a-z]/i.test(text)) return !isNumberOfCode(groups, isEven);
  if (!/\d/.test(text)) return !isEven || size < 3 || text.includes(' ') || groups.every(isWord);
  const words = groups.filter((group) => group.length > 2 && isWord(group));
  return words.length > 1 || (!isEven && (words.length > 0 || groups.some(isNumberedWord)));
}

/** Digits alone: those of a text, or groups of one length. Phone numbers, dates and cards are written otherwise. */
function isNumberOfCode(groups: readonly string[], isEven: boolean): boolean {
  const digits = groups.join('');
  return /^\d+$/.test(digits) && (groups.length === 1 ? digits.length <= 10 : isEven && digits.length <= 12);
}
