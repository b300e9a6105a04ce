import { section } from '../catalogue';

/** A new passphrase: its field, and how strong it is. */
export const passphraseWords = section('passphrase', {
  current: 'Current passphrase',
  next: 'New passphrase',
  newWords: 'New words',
  suggested: 'Six random words, about 77 bits. Or type one of your own.',
  minimum: 'At least 8 characters.',
  tooShort: 'Too short: at least 8 characters.',
  writtenDown: 'I have written it down, away from this computer',
  missing: {
    passphrase: 'A passphrase has at least 8 characters.',
    'written-down': 'Write the passphrase down first: nobody can bring it back.',
  },
  sealing: 'Sealing and proving that it opens…',

  strength: 'Strength of the passphrase',
  judging: 'Judging',
  /** By its score. The scrypt of a key or a kit makes each guess cost a second and a lot of memory: that is reckoned in. */
  strengths: {
    0: 'Very weak: guessed at once.',
    1: 'Weak: guessed in minutes.',
    2: 'Fair: guessed within hours.',
    3: 'Good: guessing it takes days.',
    4: 'Strong: guessing it takes weeks or longer.',
  },
  weak: 'Whoever gets hold of the files could open them. Six random words are safer.',
});
