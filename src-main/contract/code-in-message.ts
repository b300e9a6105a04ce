import { cleanCode } from './clean-text';
import { withPlainDigits } from './plain-digits';

/** UTF-16 units. Longer texts than any service sends are not looked at. */
export const longestMessage = 1000;

/** Scripts that are written without blanks, so that a number may touch the letters beside it. */
const unspaced = ['Han', 'Hira', 'Kana', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');
const letter = String.raw`(?![${unspaced}])\p{L}`;
const isUnspaced = new RegExp(`[${unspaced}]`, 'u');
/** A word, and something beside it. */
const isSentence = /\p{L}{2}\S*\s|\s\S*\p{L}{2}/u;

/** How services of many languages call a code. */
const named = new RegExp(
  [
    String.raw`(?:codes?|koden?|kodu?|koodi|kódja|k[oó]d|c[oó]digo|codice|codul|κωδικ\p{L}*|код[ау]?)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:otp|pin|tan|mã)(?!\p{L})`,
    'رمز|كود|کد|קוד|कोड|ओटीपी|কোড|码|碼|コード|番号|認証|코드|번호|인증|รหัส',
  ].join('|'),
  'iu',
);

/** "G-123456": the sign of a service before its code. */
const signed = String.raw`(?<=(?<![\p{L}\p{N}])[A-Z]{1,2}-)`;
/** Not within a word, a date, a time, a sum, an address or a phone number. */
const begins = String.raw`(?:${signed}|(?<!${letter}|[\p{N}+\-/_$€£¥]|\d[.,:]|(?<![\s:]|^)[#@&]))`;
const ends = String.raw`(?![-.,:/]?\d|${letter}|[-/_@&]\S|\s?[%€$£¥年月日円元分秒년월일원분초])`;
const grouped = String.raw`(?<!\d )(?:\d{3}[ -]\d{3}|\d{2} \d{2} \d{2})(?! \d)`;
const numbers = new RegExp(`${begins}(?:${grouped}|\\d{4,10})${ends}`, 'gu');

/** The last line of a text for a browser, "@example.com #123456": it says which number is the code. */
const bound = /(?:^|\s)@[^\s@]+ #(\d{4,10})(?!\S)/u;
const signedAlone = /^[A-Z]{1,2}-(\d{4,10})$/;

/**
 * The numbers in a text message that can be its code, without the blanks and dashes in them. Of several, the one of six
 * digits is meant. Where nothing calls it a code, only six digits are one.
 *
 * @returns none when the text is no message, or holds no such number; several when it does not say which is meant
 */
export function codesInMessage(message: string): string[] {
  if (message.length > longestMessage) return [];
  const text = cleanCode(withPlainDigits(message))
    .replace(/\s+/g, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-');
  const own = bound.exec(text)?.[1] ?? signedAlone.exec(text)?.[1];
  if (own !== undefined) return [own];
  const isNamed = named.test(text);
  if (!isNamed && !isSentence.test(text) && !isUnspaced.test(text)) return [];
  const found = [...new Set((text.match(numbers) ?? []).map((number) => number.replace(/\D/g, '')))];
  const six = found.filter((number) => number.length === 6);
  return !isNamed || six.length === 1 ? six : found;
}

/** The one code in a text message, whatever stands around it; null when there is none, or no single one. */
export function codeInMessage(message: string): string | null {
  const [code, another] = codesInMessage(message);
  return code !== undefined && another === undefined ? code : null;
}
