import type { Score } from '../passphrase/strength';

/** The scrypt of a key or a kit makes each guess cost a second and a lot of memory: that is reckoned in. */
const strengths: Record<Score, string> = {
  0: 'Very weak: guessed at once.',
  1: 'Weak: guessed in minutes.',
  2: 'Fair: guessed within hours.',
  3: 'Good: guessing it takes days.',
  4: 'Strong: guessing it takes weeks or longer.',
};

export const strengthInWords = (score: Score): string => strengths[score];

/** What a weak passphrase means; null for one that will do. */
export const weaknessInWords = (score: Score): string | null =>
  score < 3 ? 'Whoever gets hold of the files could open them. Six random words are safer.' : null;

export const missingInWords: Record<'passphrase' | 'written-down', string> = {
  passphrase: 'A passphrase has at least 8 characters.',
  'written-down': 'Write the passphrase down first: nobody can bring it back.',
};
