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

/** No code at all: nothing was sent. */
const codeless: ReadonlySet<ErrorCode> = new Set(['code-invalid', 'code-like-words']);

/** Whether what stands in the field is of no use as it is: the service refused it, or it is no code. */
export const isRefused = (outcome: VerifyOutcome | null, checking: ErrorCode | null): boolean =>
  (outcome !== null && outcome.outcome !== 'accepted') || (checking !== null && codeless.has(checking));

/** The next step after what was typed and what came of it. */
export function nextStep({ typed, outcome, checking, texting }: Known): NextStep {
  const failure = checking ?? texting;
  if (failure !== null && asksForToken(failure)) return 'token';
  if (texting !== null && textless.has(texting)) return 'verify';
  if (outcome !== null && dead.has(outcome.outcome)) return 'text';
  const isUseless = checking !== null && (checking === 'outcome-unknown' || codeless.has(checking));
  return typed === '' || isUseless ? 'text' : 'verify';
}
