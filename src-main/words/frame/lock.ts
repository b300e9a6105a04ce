import { section } from '../catalogue';

/** A locked window, and the dialogs for the passphrase that unlocks it. */
export const lockWords = section('lock', {
  locked: 'Locked',
  isLocked: 'Latchkey is locked',

  /** What unlocks, above the button that does it. */
  by: {
    passphrase: 'Enter the passphrase that you chose for this computer.',
    keychain: (keychain: string) => `The key to your codes lies in the ${keychain}.`,
    touchId: (keychain: string) => `The key to your codes lies in the ${keychain}. Touch ID unlocks it.`,
  },
  /** Why it is locked where nobody asked for it, and what to do. */
  why: {
    keychain: (keychain: string) =>
      `The ${keychain} did not give out the key to what Latchkey keeps sealed. “Unlock” asks it again.`,
    keyMissing: (keychain: string) =>
      `The ${keychain} is open and has no key to what Latchkey keeps sealed. If it was reset or replaced, bring the old one back and unlock again; if there is none any more, start over, and restore from a backup or a kit.`,
    unreadable:
      'The file that Latchkey keeps sealed could not be read, and nothing was written over it. Check who may read the profile folder and whether its disk is there, then try again.',
    newer:
      'What is here was sealed by a newer Latchkey. This one leaves it untouched and cannot show it: update Latchkey.',
  },
  unlock: 'Unlock',
  opening: 'Opening…',
  forgot: 'Forgot the passphrase?',
  startWithoutKey: 'Start over without the key',

  /** What it means that memory has the last key. */
  keyHeld:
    'The keychain has lost the key to your codes and does not take it back. Latchkey keeps it in memory for as long as it runs, and no longer: before you quit, set a passphrase in Settings, or open the keychain and check it.',
  /** What can be done where no key that was found opens the codes, below the sentence that says so. */
  keyMissing: {
    passphrase:
      'The passphrase is right, but its key is an older one. If there is none any more, start over, and restore your codes from a backup or a kit.',
    keychain: (keychain: string) =>
      `The ${keychain} is open. If it was reset or replaced, bring the old one back and unlock again. If there is none any more, start over, and restore your codes from a backup or a kit.`,
  },

  startOver: {
    title: {
      passphrase: 'Start over without the passphrase?',
      key: 'Start over without the key?',
    },
    about: {
      passphrase:
        'Nobody can open this computer’s accounts, codes and tokens without it. Latchkey keeps the sealed file under another name, in case the passphrase turns up again, and begins an empty one. What could not be sealed and is in memory only is gone.',
      key: 'Nobody can open this computer’s accounts and codes without it. Latchkey keeps the sealed file under another name, in case the key turns up again, and begins an empty one. What could not be sealed and is in memory only is gone.',
    },
    restore:
      'Restore your accounts and codes from a backup or a kit, which have a passphrase of their own. Tokens are in neither, and have to be entered again; backup folders have to be set up again, too.',
    confirm: 'Start over',
  },
});
