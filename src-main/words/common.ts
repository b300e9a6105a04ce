import { section } from './catalogue';

/** What is said all over: short buttons, and what belongs to no screen. */
export const commonWords = section('common', {
  latchkey: 'Latchkey',

  back: 'Back',
  cancel: 'Cancel',
  change: 'Change',
  close: 'Close',
  dismiss: 'Dismiss',
  hide: 'Hide',
  later: 'Later',
  remove: 'Remove',
  save: 'Save',
  show: 'Show',
  tryAgain: 'Try again',
  undo: 'Undo',

  label: 'Label',
  token: 'Token',
  passphrase: 'Passphrase',
  openSettings: 'Open Settings',

  checkKeychain: 'Check keychain',
  keychainOpen: 'The keychain is open. Try again.',
  serviceSaid: (words: string) => `The service said: “${words}”`,
});
