import type { VerifyOutcome } from '#contract/contract';

type Refused = Exclude<VerifyOutcome['outcome'], 'accepted'>;

const refused: Record<Refused, { happened: string; advice: string }> = {
  rejected: {
    happened: 'The service refused this code.',
    advice: 'Compare it with the newest message, or ask for a new one.',
  },
  expired: { happened: 'This code has expired.', advice: 'Ask for a new one.' },
  'already-used': { happened: 'This code was used before.', advice: 'A code works once: ask for a new one.' },
  'too-many-tries': {
    happened: 'There were too many wrong tries.',
    advice: 'This code no longer works: ask for a new one.',
  },
};

export function outcomeWords(outcome: VerifyOutcome): { happened: string; advice: string } {
  if (outcome.outcome !== 'accepted') return refused[outcome.outcome];
  return {
    happened: 'Code accepted.',
    advice: outcome.session
      ? 'The service gave a session token: copy it below.'
      : 'Go on where you were asked for it.',
  };
}
