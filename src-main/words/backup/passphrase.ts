import { section } from '../catalogue';

/** A new passphrase: its field, and how strong it is. */
export const passphraseWords = section('passphrase', {
  /** What a passphrase that is known already is taken from. */
  use: {
    backups: 'Use the passphrase of my backups',
    lock: 'Use the passphrase that unlocks Latchkey',
  },
  known: {
    backups: 'Passphrase of my backups',
    lock: 'Passphrase that unlocks Latchkey',
  },
  aboutKnown: 'It is checked before it is used, and is stored nowhere.',
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
  /** Where the keychain fails: the sentence about it, the button, and the form that it opens. */
  takesPlace:
    'A passphrase can take the keychain’s place. Latchkey then asks for it at every start and after every lock.',
  instead: 'Choose a passphrase instead',
  insteadTitle: 'Passphrase that unlocks Latchkey',
  useIt: 'Use this passphrase',
  sealing: 'Sealing and proving that it opens…',

  strength: 'Strength of the passphrase',
  judging: 'Judging',
  /** By its score: within what time somebody who has the file guesses it, with a thousand computers. */
  strengths: {
    0: 'Very weak: guessed within a day.',
    1: 'Weak: guessed within a year.',
    2: 'Fair: guessed within a hundred years.',
    3: 'Good: guessing it takes more than a hundred years.',
    4: 'Strong: guessing it takes more than ten thousand years.',
  },
  weak: 'That is for somebody with the files and a thousand computers. Six random words are safer.',
});
