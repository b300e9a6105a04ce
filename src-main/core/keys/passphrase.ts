import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';

/**
 * Checks a passphrase that something is going to be sealed by. Not a character of it is changed: the `age` command must
 * open it with what was typed.
 *
 * @throws AppError `passphrase-too-short`; blanks around it do not count
 */
export function readPassphrase(typed: string): string {
  if (Array.from(typed.normalize('NFC').trim()).length < limits.passphraseMinimum) {
    throw new AppError('passphrase-too-short');
  }
  return typed;
}
