import { textedCodeLength } from '#contract/one-time-code';
import { minutesAndSeconds } from './time-text';

const separators = String.raw`[\s\-\u2010-\u2015]`;
const grouped = new RegExp(String.raw`^\d{3}${separators}+\d{0,3}${separators}*$`);

/**
 * What the field makes of a typed or pasted text, so that "123 456" and "123-456" fall into the boxes. All else stays
 * as it is, for main reads it (#contract/one-time-code); only invisible characters, which ride along when a message is
 * copied, go.
 */
export function tidyCode(text: string): string {
  const seen = text.replace(/\p{Cf}/gu, '').trimStart();
  const plain = seen.normalize('NFKC');
  return /^[\d\s]*$/.test(plain) || grouped.test(plain) ? plain.replace(/\D/g, '') : seen;
}

/** Six digits as they are read aloud: "123 456". */
export const inGroups = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2');

/** Whether the boxes can show it; anything else gets a plain field. */
export const fitsBoxes = (text: string): boolean => /^\d*$/.test(text) && text.length <= textedCodeLength;

/** Whether it is complete, so that it submits itself. */
export const fillsBoxes = (text: string): boolean => fitsBoxes(text) && text.length === textedCodeLength;

/** Seconds after which the age of a text is no news any more. */
export const longestAge = 3600;

/**
 * What the field waits for.
 *
 * @param age seconds since a code was texted; null when none was, or too long ago
 */
export const awaitedInWords = (age: number | null): string =>
  age === null
    ? 'Six digits, or a recovery code.'
    : `Sent ${minutesAndSeconds(age)} ago, use the newest message.`;
