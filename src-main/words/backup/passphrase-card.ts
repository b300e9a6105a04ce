import { section } from '../catalogue';
import { strong } from '../rich';

/** The card that a passphrase is written on by hand: where it is offered, its screen, and the page that is printed. */
export const passphraseCardWords = section('passphrase-card', {
  show: 'Print a card to write it on',
  about: 'A page with blanks. The passphrase does not stand on it: write it there by hand.',

  title: 'Latchkey passphrase',
  made: (day: string) => `Printed ${day}`,
  write: 'Write the passphrase here, word by word',
  since: 'In use since',

  opens: {
    title: 'It opens (tick what is true)',
    backups: 'The backups of Latchkey',
    lock: 'Latchkey on the computer named',
    kit: 'A kit, which is kept at',
  },

  files: {
    title: 'Where the files lie',
    key: ['Each of these folders has the backups and their key, ', strong('latchkey-key.age'), ':'],
    elsewhere: 'Elsewhere',
  },

  without: {
    title: 'Without Latchkey',
    install: 'Install age, which is free (age-encryption.org), and type in the folder:',
    backup: ['For a backup: ', strong('age --decrypt --identity latchkey-key.age latchkey-backup-….age')],
    kit: ['For a kit: ', strong('age --decrypt latchkey-kit-….age')],
    newest: 'In place of the dots stands the time in the name of the file: the newest one has all of it.',
  },

  keep: 'Keep this card away from the computer and from the files: whoever has both opens them. Tear it up when the passphrase has changed.',
});
