import { codeInMessage } from '#contract/code-in-message';
import { textedCodeLength } from '#contract/one-time-code';
import { withPlainDigits } from '#contract/plain-digits';

/** How a text came into the field: key by key, or as a whole: pasted, dropped, filled in, picked. */
export type Came = 'typed' | 'whole';

const between = String.raw`[\s\-\u2010-\u2015]+`;
/** Up to six digits as people group them, 3 + 3, 2 + 2 + 2 or one by one; other groups are of a recovery code. */
const grouped = new RegExp(
  String.raw`^(?:\d{1,6}|\d{3}${between}\d{0,3}|\d{2}${between}\d{0,2}(?:${between}\d{0,2})?|(?:\d${between}){1,5}\d?)$`,
);

/**
 * What the field makes of a typed or pasted text, so that "123 456" and "123-456" fall into the boxes. All else keeps
 * its dashes, blanks and case, for they may count, and main reads it (#contract/one-time-code); only invisible
 * characters, which ride along when a message is copied, go.
 */
export function tidyCode(text: string): string {
  const seen = text.replace(/[\p{Cf}\p{DI}]/gu, '').trimStart();
  const plain = withPlainDigits(seen);
  const digits = plain.replace(/\D/g, '');
  const isWhole = digits.length === textedCodeLength && grouped.test(plain.trimEnd());
  return isWhole || grouped.test(plain) ? digits : seen;
}

/** What the field makes of a text: of a whole message its code alone, of anything else what `tidyCode` does. */
export const takenCode = (text: string, came: Came): string =>
  (came === 'whole' ? codeInMessage(text) : null) ?? tidyCode(text);

/** Whether a text is a whole code by itself, so that it takes the place of what was typed before. */
export const isWholeCode = (text: string): boolean =>
  codeInMessage(text) !== null || fillsBoxes(tidyCode(text));

/** Six digits as they are read aloud: "123 456". */
export const inGroups = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2');

/** Whether the boxes can show it; anything else gets a plain field. */
export const fitsBoxes = (text: string): boolean => /^\d*$/.test(text) && text.length <= textedCodeLength;

/** Whether it is complete, so that it submits itself. */
export const fillsBoxes = (text: string): boolean => fitsBoxes(text) && text.length === textedCodeLength;

/** Seconds after which the age of a text is no news any more. */
export const longestAge = 3600;
