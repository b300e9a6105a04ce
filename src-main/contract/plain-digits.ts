const isDigit = /^\p{Nd}$/u;

/** Unicode keeps the ten digits of a script in a row, from zero to nine; rows may follow each other. */
function valueOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (isDigit.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}

/**
 * The same text with the plain digits 0 to 9 in place of those of any script: full-width, mathematical, Arabic-Indic,
 * Devanagari and all others. Letters are folded as NFKC folds them.
 */
export const withPlainDigits = (text: string): string =>
  text.normalize('NFKC').replace(/(?![0-9])\p{Nd}/gu, valueOf);
