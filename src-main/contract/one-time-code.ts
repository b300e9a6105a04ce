import { cleanCode } from './clean-text';
import { codesInMessage, longestMessage } from './code-in-message';
import { withPlainDigits } from './plain-digits';
import { readsAsWords } from './words-or-code';

/** The number of digits at which a code is complete and the field submits itself. */
export const textedCodeLength = 6;

const dashes = /[\p{Pd}\u2212]/gu;

/** What a text that is on no list comes to: the code as it is sent, or why nothing of it is. */
export type CodeReading = { readonly code: string } | { readonly refused: 'no-code' | 'words' };

/**
 * Reads what a person typed or pasted as a code that is on no list. Six digits may come in groups ("123 456",
 * "123-456"), and a code in a whole message; anything else goes as it was typed, for a service may count dashes, blanks
 * and case. Digits of any script are plain ones, full-width letters are folded (NFKC), dashes of Unicode are plain; the
 * invisible marks around a pasted number are dropped. What reads as words or as a password is no code.
 */
export function readCode(typed: string): CodeReading {
  if (typed.length > longestMessage || /[^\s\P{Cc}]|\p{Cs}/u.test(typed)) return { refused: 'no-code' };
  const [told, another] = codesInMessage(typed);
  if (told !== undefined) return another === undefined ? { code: told } : { refused: 'no-code' };
  const text = cleanCode(withPlainDigits(typed)).replace(/\s+/g, ' ').replace(dashes, '-');
  const digits = text.replace(/[ .-]/g, '');
  if (/^\d+$/.test(digits) && digits.length === textedCodeLength) return { code: digits };
  if (!fits(text)) return { refused: /\p{L}{3}/u.test(text) ? 'words' : 'no-code' };
  return readsAsWords(text) ? { refused: 'words' } : { code: text };
}

/** Has what a code is made of: nothing that means anything in a URL, and not too little of it. */
const fits = (text: string): boolean =>
  text.replace(/[^a-z0-9]/gi, '').length >= 4 && /^[a-z0-9_+=-]+( [a-z0-9_+=-]+)*$/i.test(text);

/**
 * What is left of a code where case, dashes, blanks, width and invisible marks make no difference: two that are the same
 * then are the same code to a person who types one of them.
 */
export const codeKey = (text: string): string =>
  cleanCode(withPlainDigits(text)).replace(dashes, '').replace(/\s+/g, '').toLowerCase();
