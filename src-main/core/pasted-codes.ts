import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';

/** What stands before a code in a list: "1.", "2)", "-", "*", "•", "[ ]". */
const bullet = /^\s*(?:\d{1,3}[.):]\s+|[-*•·–]\s+|\[[ xX]?\]\s*)+/u;
const code = /^[\p{L}\p{N}]+(?:[-_./:][\p{L}\p{N}]+)*$/u;

/**
 * Finds the codes in a list as sites print it: one a line or several, numbered, with bullets or boxes, separated by
 * commas or wide gaps. A line of groups with single blanks between them ("abcd efgh ijkl") is one code.
 *
 * @returns each code once, in order
 * @throws AppError `no-codes-found`
 */
export function readPastedCodes(pasted: string): string[] {
  const text = pasted.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const found = text
    .split(/[\r\n,;|\t]+|\s{2,}/)
    .map((part) => part.replace(bullet, '').trim())
    .flatMap((part) => (isOneCode(part) ? [part] : part.split(/\s+/)))
    .filter((part) => code.test(part.replace(/ /g, '-')) && part.length >= 4);
  const codes = [...new Set(found)].filter((one) => one.length <= limits.recoveryCode);
  if (codes.length === 0) throw new AppError('no-codes-found');
  return codes.slice(0, limits.recoveryCodes);
}

/** Short groups of one length belong together; longer ones are codes of their own that share a line. */
function isOneCode(part: string): boolean {
  const groups = part.split(' ');
  const [first = ''] = groups;
  return groups.length === 1 || (first.length <= 4 && groups.every((group) => group.length === first.length));
}
