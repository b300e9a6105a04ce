import { expect, test } from 'vitest';
import type { VerifyOutcome } from '#contract/contract';
import type { ErrorCode } from '#contract/errors';
import { nextStep } from '../../../../src-renderer/state/verify/next-step';
import { saysTheSame } from '../../../../src-main/words/says-the-same';

type Outcome = VerifyOutcome['outcome'];
const about = (
  typed: string,
  outcome: Outcome | null,
  checking: ErrorCode | null,
  texting: ErrorCode | null,
) =>
  nextStep({
    typed,
    outcome:
      outcome &&
      (outcome === 'accepted' ? { outcome, session: false, kept: true } : { outcome, words: null }),
    checking,
    texting,
  });

test.each([
  ['nothing was typed', 'text', about('', null, null, null)],
  ['a code was typed', 'verify', about('123', null, null, null)],
  ['it was refused, perhaps for a slip', 'verify', about('123456', 'rejected', null, null)],
  ['it has expired', 'text', about('123456', 'expired', null, null)],
  ['it was used', 'text', about('123456', 'already-used', null, null)],
  ['it was tried too often', 'text', about('123456', 'too-many-tries', null, null)],
  ['it may be spent', 'text', about('123456', null, 'outcome-unknown', null)],
  ['it was no code', 'text', about('hello', null, 'code-like-words', null)],
  ['the service was not reached', 'verify', about('123456', null, 'offline', null)],
  ['the token was refused', 'token', about('123456', null, 'token-refused', null)],
  ['the token is gone', 'token', about('', null, null, 'token-missing')],
  ['the token is for elsewhere', 'token', about('', null, null, 'token-elsewhere')],
  ['nothing was found with this token', 'token', about('', null, 'not-found', null)],
  ['no text can come', 'verify', about('', null, null, 'no-phone-number')],
] as const)('after this, that helps: %s: %s', (_what, helps, next) => {
  expect(next).toBe(helps);
});

test.each([
  ['rejected', 'Invalid OTP'],
  ['rejected', 'The code is not valid'],
  ['expired', 'The code has expired, request a new one'],
  ['already-used', 'The code has already been used'],
  ['too-many-tries', 'The code was blocked after too many attempts, request a new one'],
  ['token-refused', 'Invalid authentication token'],
  ['rate-limited', 'Too many requests'],
  ['access-denied', 'Access denied'],
  ['service-failed', 'Internal Server Error'],
  ['not-found', 'Not found'],
] as const)('of %s, %j says what is said already', (code, said) => {
  expect(saysTheSame(code, said)).toBe(true);
});

test.each([
  ['rejected', 'Invalid OTP. Call support at 0800 1234'],
  ['rejected', 'The code has expired'],
  ['rejected', 'Der Code ist falsch'],
  ['service-failed', 'We are down for maintenance until Monday'],
  ['refusal-unclear', 'Invalid authentication token'],
  ['service-refused', 'Invalid'],
] as const)('of %s, %j says more', (code, said) => {
  expect(saysTheSame(code, said)).toBe(false);
});
