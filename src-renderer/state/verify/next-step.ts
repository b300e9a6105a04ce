import type { VerifyOutcome } from '#contract/contract';
import type { ErrorCode } from '#contract/errors';
import { asksForToken } from '../accounts/token-failures';

/** What helps a person now: the one button that stands out. */
export type NextStep = 'text' | 'verify' | 'token';

interface Known {
  readonly typed: string;
  readonly outcome: VerifyOutcome | null;
  /** How verifying failed, and how asking for a text did. */
  readonly checking: ErrorCode | null;
  readonly texting: ErrorCode | null;
}

/** No try of this code can do any good any more. */
const dead: ReadonlySet<VerifyOutcome['outcome']> = new Set(['expired', 'already-used', 'too-many-tries']);
/** No text comes, however often one is asked for. */
const textless: ReadonlySet<ErrorCode> = new Set(['no-phone-number', 'no-second-factor']);

/** The next step after what was typed and what came of it. */
export function nextStep({ typed, outcome, checking, texting }: Known): NextStep {
  const failure = checking ?? texting;
  if (failure !== null && asksForToken(failure)) return 'token';
  if (texting !== null && textless.has(texting)) return 'verify';
  if (outcome !== null && dead.has(outcome.outcome)) return 'text';
  return typed === '' || checking === 'outcome-unknown' ? 'text' : 'verify';
}
