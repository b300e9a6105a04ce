import { AppError } from '#contract/errors';

/** Whether no key is to be had: the keychain is not there, or does not keep what it takes. */
export const isKeyless = (error: unknown): boolean =>
  error instanceof AppError && (error.code.startsWith('keychain-') || error.code === 'token-not-kept');
