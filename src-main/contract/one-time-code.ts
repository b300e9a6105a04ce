/** The longest code that is sent: recovery codes of the services that we know have 8 to 24 characters. */
export const longestCode = 64;

/**
 * Reads what a person typed or pasted as a code. Four to eight digits may come in groups ("123 456", "123-456");
 * anything longer is a recovery code and keeps its dashes, for they may count, even where all else is digits.
 * Full-width digits and letters are folded (NFKC); the invisible marks that messengers put around a number are dropped.
 *
 * @returns the code as it is sent, or null when there is no code in the text.
 */
export function readCode(typed: string): string | null {
  if (typed.length > 1000) return null;
  const [quoted, another] = numbersInMessage(typed);
  if (quoted !== undefined) return another === undefined ? quoted : null;
  const text = typed.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
  const plain = text.replace(/[\u2010-\u2015\u2212]/g, '-');
  const digits = plain.replace(/[-.]/g, '');
  if (/^\d{4,8}$/.test(digits)) return digits;
  const fits = digits.length >= 4 && plain.length <= longestCode && /^[a-z0-9]+(-[a-z0-9]+)*$/i.test(plain);
  return fits ? plain : null;
}

/** The number of digits at which a code is complete and the field submits itself. */
export const textedCodeLength = 6;

/** The six-digit numbers in a whole text message; none when the text is no message. */
function numbersInMessage(text: string): string[] {
  if (!/\p{L}{2}\S*\s/u.test(text)) return [];
  const numbers = text.normalize('NFKC').match(/(?<![\d-])\d{3}[ -]?\d{3}(?![\d-])/g) ?? [];
  return numbers.map((number) => number.replace(/\D/g, ''));
}
