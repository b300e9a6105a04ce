import { cleanCode } from './clean-text';

/** The longest code that is sent where no list has it: recovery codes of services that we know have 8 to 24 characters. */
export const longestCode = 64;

/** The number of digits at which a code is complete and the field submits itself. */
export const textedCodeLength = 6;

const dashes = /[\p{Pd}\u2212]/gu;

/**
 * Reads what a person typed or pasted as a code that is on no list. Six digits may come in groups ("123 456",
 * "123-456"); anything else goes as it was typed, for a service may count dashes, blanks and case. Full-width digits and
 * letters are folded (NFKC), dashes of Unicode are plain ones; the invisible marks around a pasted number are dropped.
 *
 * @returns the code as it is sent, or null when there is no code in the text.
 */
export function readCode(typed: string): string | null {
  if (typed.length > 1000 || /[^\s\P{Cc}]|\p{Cs}/u.test(typed)) return null;
  const [quoted, another] = numbersInMessage(typed);
  if (quoted !== undefined) return another === undefined ? quoted : null;
  const text = cleanCode(typed.normalize('NFKC')).replace(/\s+/g, ' ').replace(dashes, '-');
  const digits = text.replace(/[ .-]/g, '');
  if (/^\d+$/.test(digits) && digits.length === textedCodeLength) return digits;
  const isLong = text.replace(/[^a-z0-9]/gi, '').length >= 4;
  const fits = isLong && text.length <= longestCode && /^[a-z0-9_+=-]+( [a-z0-9_+=-]+)*$/i.test(text);
  return fits ? text : null;
}

/**
 * What is left of a code where case, dashes, blanks, width and invisible marks make no difference: two that are the same
 * then are the same code to a person who types one of them.
 */
export const codeKey = (text: string): string =>
  cleanCode(text.normalize('NFKC')).replace(dashes, '').replace(/\s+/g, '').toLowerCase();

/** The six-digit numbers in a whole text message; none when the text is no message. */
function numbersInMessage(text: string): string[] {
  if (!/\p{L}{2}\S*\s/u.test(text)) return [];
  const numbers = text.normalize('NFKC').match(/(?<![\d-])\d{3}[ -]?\d{3}(?![\d-])/g) ?? [];
  return numbers.map((number) => number.replace(/\D/g, ''));
}
