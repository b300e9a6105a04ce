import type { Understood } from '#contract/calls/recovery-codes';
import { cleanCode } from '#contract/clean-text';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { readPastedCodes } from './pasted-codes';

/**
 * Says which recovery codes a text holds. It is a proposal: a person sees the rows before anything is kept.
 *
 * @throws AppError `pasted-too-long`, `no-codes-found`, `too-many-codes`
 */
export function understand(text: string): Understood {
  if (text.length > limits.pastedCodes) {
    throw new AppError('pasted-too-long', { needed: text.length, most: limits.pastedCodes });
  }
  const whole = cleanCode(text.normalize('NFKC')).replace(/\s+/g, ' ');
  const isLink = /^otpauth(?:-migration)?:\/\//i.test(whole);
  return {
    kind: isLink ? 'otpauth-link' : 'recovery-codes',
    oneEach: isLink ? [] : readPastedCodes(text).map((code) => ({ code, isUsed: false })),
    oneKey: whole.length > limits.recoveryCode || isLink ? null : [{ code: whole, isUsed: false }],
    proposed: 'one-each',
    secretsLeftOut: 0,
  };
}
