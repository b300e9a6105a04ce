import type { ErrorCode } from '#contract/errors';
import type { KeychainBackend, KeychainState } from '#contract/snapshot';
import { timeOfDay } from './time-text';

/** The failures of the keychain: a token can then be kept in memory for this run instead. */
const keychainFailures = {
  'keychain-locked': 'locked',
  'keychain-unavailable': 'unavailable',
  'keychain-timed-out': 'timed-out',
  'keychain-crashed': 'crashed',
  'token-not-kept': 'unavailable',
} as const satisfies Partial<Record<ErrorCode, KeychainState>>;

type KeychainFailure = keyof typeof keychainFailures;
type Fault = (typeof keychainFailures)[KeychainFailure];

export const isKeychainFailure = (code: ErrorCode): code is KeychainFailure => code in keychainFailures;

const names: Record<KeychainBackend, string> = {
  'macos-keychain': 'macOS Keychain',
  'windows-credentials': 'Windows Credential Manager',
  'secret-service': 'Secret Service',
};

const states: Record<KeychainState, string> = {
  unknown: 'not asked yet',
  ready: 'ready',
  locked: 'locked',
  unavailable: 'not available',
  'timed-out': 'not answering',
  crashed: 'stopped',
};

const advice: Record<KeychainBackend, Record<Fault, string>> = {
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
};

export const keychainName = (backend: KeychainBackend): string => names[backend];
export const keychainStateInWords = (state: KeychainState): string => states[state];

/** What the last check found: it writes, reads and deletes a test entry. */
export function probeInWords(probedAt: number | null, state: KeychainState): string {
  if (probedAt === null) return 'Not since this screen was opened';
  const found = state === 'ready' ? 'a test entry was written, read and deleted' : `it is ${states[state]}`;
  return `Checked at ${timeOfDay(probedAt)}: ${found}`;
}

/** What to do about a keychain that fails, on this system; null for one that does not. */
export function keychainAdvice(backend: KeychainBackend, state: KeychainState): string | null {
  return state === 'unknown' || state === 'ready' ? null : advice[backend][state];
}

export function adviceOnFailure(backend: KeychainBackend, code: ErrorCode): string | null {
  return isKeychainFailure(code) ? advice[backend][keychainFailures[code]] : null;
}
