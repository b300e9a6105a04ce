import { section } from '../catalogue';

/** What stands around every screen. */
export const frameWords = section('frame', {
  title: (screen: string) => `${screen} – Latchkey`,
  welcome: 'Welcome',
  list: 'Screens',
  screens: {
    verify: 'Verify',
    'recovery-codes': 'Recovery codes',
    backups: 'Backups',
    restore: 'Restore',
    'kit-sheet': 'Kit on paper',
    'passphrase-card': 'Passphrase card',
    settings: 'Settings',
    'add-account': 'Add an account',
  },
  checkIsDue: 'A check is due',
  backupCheckIsDue: 'A check of your backup is due.',

  noAccount: 'No account yet',
  onThisComputer: 'On this computer',
  lock: 'Lock',
  tokenInMemory: 'Token in memory for this run',
  keychain: (state: string) => `Keychain ${state}`,
  sealedByPassphrase: 'Sealed by your passphrase',

  clearing: (seconds: number) => `Clearing the clipboard in ${seconds} s`,
  untilCleared: 'Time until the clipboard is cleared',
});
