import type { ErrorCode } from '#contract/errors';

const failures = {
  'token-missing': 'first',
  'token-elsewhere': 'first',
  'token-refused': 'again',
  'not-found': 'again',
} as const satisfies Partial<Record<ErrorCode, 'first' | 'again'>>;

/** Whether entering a token, for the first time here or again, is what helps after a failure. */
export const asksForToken = (code: ErrorCode): code is keyof typeof failures => code in failures;

/** Whether that token is the first one here. */
export const asksForFirstToken = (code: ErrorCode): boolean =>
  asksForToken(code) && failures[code] === 'first';
