import { section } from './catalogue';
import { strong } from './rich';

/** What stands below the sentence about a failure, which is in errors.ts. Times and lengths come as they are shown. */
export const failureWords = section('failure', {
  retryAt: (time: string) => `You can try again at ${time}.`,
  retryIn: (wait: string) => `You can try again in ${wait}.`,
  retryNow: 'You can try again now.',
  tooMuch: (needed: number, most: number) => `It would take ${needed}, and ${most} is the most.`,
  inLog: (reference: string) => ['In Latchkey’s log this is called ', strong(reference), '.'],
  removedEntry: 'If you removed the entry yourself, “Check keychain” finds that out.',
});
