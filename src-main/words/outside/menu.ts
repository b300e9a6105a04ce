import { section } from '../catalogue';

/** The menu of the application. The letter after an ampersand is the one that opens a menu together with Alt. */
export const menuWords = section('menu', {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  window: '&Window',
  help: '&Help',
  settings: 'Settings…',
  quickVerify: 'Quick verify',
  lock: 'Lock',
  keyboardShortcuts: 'Keyboard shortcuts',
  screens: {
    verify: 'Verify',
    'recovery-codes': 'Recovery codes',
    backups: 'Backups',
    settings: 'Settings',
  },
});
