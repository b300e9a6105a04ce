import { cleanCode } from '#contract/clean-text';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';

/** What stands before a code in a list: "1.", "(2)", "-", "•", "☐", "[x]", quotes; and what closes behind it. */
const bullets = /^(?:\[[ xX]?\]|\(?\d{1,3}(?:[.:]\s+|\)\s*)|[^\p{L}\p{N}])+/u;
const closing = /[\])}"'»”’]+$/u;
const dashes = /[\p{Pd}\u2212]/gu;
const place = /^\(?\d{1,3}[.):]?$/;
const date = /^(?:19|20)\d\d(?:-\d\d-\d\d)?$/;
const code = /^[\p{L}\p{N}]+(?:[-_./:][\p{L}\p{N}]+)*$/u;

/**
 * Finds the codes in a list as sites print it: one a line or several, numbered, with bullets or boxes, separated by
 * commas or wide gaps. A line of groups with single blanks between them ("abcd efgh ijkl") is one code. Words of a
 * heading are left out where they can be told from codes; in doubt they stay, for a code that is missed is worse.
 *
 * @returns each code once, in order
 * @throws AppError `no-codes-found`, `too-many-codes`
 */
export function readPastedCodes(pasted: string): string[] {
  const text = pasted.normalize('NFKC').replace(dashes, '-');
  const found = text
    .split(/[\r\n\v\f\u0085\u2028\u2029,;|\t]+/)
    .flatMap((line) => cleanCode(line).split(/\s{2,}/))
    .map((part) => part.trim().replace(bullets, '').replace(closing, ''))
    .flatMap(codesIn);
  const codes = withoutHeadings([...new Set(found)].filter((one) => one.length <= limits.recoveryCode));
  if (codes.length === 0) throw new AppError('no-codes-found');
  if (codes.length > limits.recoveryCodes) throw new AppError('too-many-codes');
  return codes;
}

/**
 * Short groups of one length are one code. Other words are codes of their own where all look alike; in a sentence only
 * those with a digit are.
 */
function codesIn(part: string): string[] {
  const [first = '', ...rest] = part.split(' ');
  const isNumbered = rest.length > 0 && /^\d{1,3}$/.test(first) && first.length !== rest[0]?.length;
  const words = isNumbered ? rest : [first, ...rest];
  const length = words[0]?.length ?? 0;
  const alike = words.every((word) => code.test(word) && word.length === length);
  if (alike && length <= 4) return words.join('').length >= 4 ? [words.join(' ')] : [];
  const named = words.filter((word) => !place.test(word));
  const likely = named.filter((word) => word.length >= 4 && code.test(word));
  const isList = likely.length === named.length && likely.every((word) => word.length === likely[0]?.length);
  return isList ? likely : likely.filter((word) => /\p{N}/u.test(word) && !date.test(word));
}

/** Drops letters alone among codes with digits, unless one of those has their length. */
function withoutHeadings(codes: string[]): string[] {
  const lengths = new Set(codes.filter((one) => /\p{N}/u.test(one)).map(({ length }) => length));
  const isHeading = (one: string): boolean => /^[\p{L} ]+$/u.test(one) && !lengths.has(one.length);
  return lengths.size === 0 ? codes : codes.filter((one) => !isHeading(one));
}
