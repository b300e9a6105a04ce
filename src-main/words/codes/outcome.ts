import type { VerifyOutcome } from '#contract/contract';
import { section } from '../catalogue';

interface Told {
  readonly happened: string;
  readonly advice: string;
}

/** What came of a code that the service was asked about. */
export const outcomeWords = section('outcome', {
  accepted: { happened: 'Code accepted.', advice: 'Go on where you were asked for it.' },
  'accepted-session': {
    happened: 'Code accepted.',
    advice: 'The service gave a session token: copy it below.',
  },
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
} satisfies Record<VerifyOutcome['outcome'] | 'accepted-session', Told>);
