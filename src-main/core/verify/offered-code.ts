/** What a code is copied as, with room for the blanks around it. Anything longer is no code and is not looked at. */
const longest = 40;

/**
 * The six-digit code that a text consists of: "123456", "123 456", "123-456". A text that holds anything else, be it a
 * message with a code in it, is none of our business: passwords and letters lie on the clipboard too.
 *
 * @returns its six digits, or null
 */
export function offeredCode(text: string): string | null {
  if (text.length > longest) return null;
  const plain = text.normalize('NFKC').replace(/\p{Cf}+/gu, '');
  const [, first, second] = /^\s*(\d{3})[\s\-\u2010-\u2015]?(\d{3})\s*$/.exec(plain) ?? [];
  return first === undefined || second === undefined ? null : first + second;
}
