import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';

/** A passphrase as it may go to main. @throws AppError `bad-input` for a text that main would not take */
export function checkedPassphrase(passphrase: string): string {
  if (passphrase.length > limits.passphrase) throw new AppError('bad-input');
  return passphrase;
}
