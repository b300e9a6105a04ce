import { section } from '../catalogue';
import { plural } from '../forms';

/** What an older version kept in its settings file, and the one yes that it waits for. */
export const takenOverWords = section('taken-over', {
  title: 'Are these yours?',
  why: 'Latchkey now keeps these sealed. Until this version they lay in a file that other programs could change, so look once whether they are yours.',
  accounts: (count: number) =>
    plural(count, {
      one: 'Where the token of your account goes',
      other: 'Where the tokens of # accounts go',
    }),
  folders: (count: number) =>
    plural(count, { one: 'Where your backups go', other: '# folders to which your backups go' }),
  list: 'Accounts and backup folders',
  waits:
    'Until then no token is sent and no backup is written. If one is not yours, choose “Not now” and remove it first.',
  believe: 'These are mine',
  notNow: 'Not now',
  believed: (withFolders: boolean) =>
    withFolders
      ? 'Tokens are sent again. Check your backup once: with its passphrase it shows that its key is yours, and backups go on.'
      : 'Tokens are sent again.',

  /** On top of every screen, while the answer is put off. */
  putOff:
    'No token is sent and no backup is written until you have looked whether the accounts and backup folders of the version before are yours.',
  look: 'Look at them',
});
