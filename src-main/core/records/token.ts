import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';

const printable = /^[\x20-\x7e]*$/;

/**
 * Whether the keychain can keep this text on every system: printable ASCII (keytar cuts values at a NUL), at most
 * 1,200 bytes (Windows stores UTF-16 and stops at 2,560), at least `shortest`.
 */
export const isKeepable = (text: string, shortest = 1): boolean =>
  text.length >= shortest && text.length <= limits.token && printable.test(text);

/**
 * Reads what a person pasted as a token: white space around it is dropped.
 *
 * @throws AppError `token-invalid` unless 8 to 1,200 printable ASCII characters are left.
 */
export function readToken(typed: string): string {
  const token = typed.trim();
  if (!isKeepable(token, limits.tokenMinimum)) throw new AppError('token-invalid');
  return token;
}
