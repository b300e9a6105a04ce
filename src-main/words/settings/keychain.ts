import type { KeychainBackend, KeychainState } from '#contract/snapshot';
import { section } from '../catalogue';

/** The states in which a keychain fails. */
export type KeychainFault = Exclude<KeychainState, 'unknown' | 'ready'>;

/** The keychain, on each system: what it is called, how it is, and what to do about it. */
export const keychainWords = section('keychain', {
  names: {
    'macos-keychain': 'macOS Keychain',
    'windows-credentials': 'Windows Credential Manager',
    'secret-service': 'Secret Service',
  } satisfies Record<KeychainBackend, string>,

  states: {
    unknown: 'not asked yet',
    ready: 'ready',
    locked: 'locked',
    unavailable: 'not available',
    'timed-out': 'not answering',
    crashed: 'stopped',
  } satisfies Record<KeychainState, string>,

  advice: {
    'macos-keychain': {
      locked: 'Open Keychain Access, unlock the “login” keychain and try again.',
      unavailable: 'Open Keychain Access and check that a “login” keychain exists, then try again.',
      'timed-out': 'Look for a question from macOS behind other windows, answer it and try again.',
      crashed: 'Try again. If it happens again, log out of macOS and in again.',
    },
    'windows-credentials': {
      locked: 'Sign in to Windows again, then try once more.',
      unavailable: 'Check that the Windows service “Credential Manager” is running, then try again.',
      'timed-out': 'Check that the Windows service “Credential Manager” is running, then try again.',
      crashed: 'Try again. If it happens again, sign out of Windows and in again.',
    },
    'secret-service': {
      locked: 'Unlock your keyring (GNOME Keyring, KWallet or KeePassXC) when it asks, and try again.',
      unavailable:
        'Install and start a keyring with a Secret Service: GNOME Keyring, KWallet or KeePassXC. Then try again.',
      'timed-out':
        'Look for a password question of your keyring behind other windows. If there is none, log out and in again.',
      crashed: 'Try again. If it happens again, log out of the desktop and in again.',
    },
  } satisfies Record<KeychainBackend, Record<KeychainFault, string>>,

  notProbed: 'Not since this screen was opened',
  /** What the last check found: it writes, reads and deletes a test entry. */
  probed: {
    unknown: (time: string) => `Checked at ${time}: it is not asked yet`,
    ready: (time: string) => `Checked at ${time}: a test entry was written, read and deleted`,
    locked: (time: string) => `Checked at ${time}: it is locked`,
    unavailable: (time: string) => `Checked at ${time}: it is not available`,
    'timed-out': (time: string) => `Checked at ${time}: it is not answering`,
    crashed: (time: string) => `Checked at ${time}: it is stopped`,
  } satisfies Record<KeychainState, (time: string) => string>,
});
