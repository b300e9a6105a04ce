import type { ErrorCode } from '#contract/errors';
import type { KeychainBackend, KeychainState } from '#contract/snapshot';
import { type KeychainFault, keychainWords } from '#words/settings/keychain';

/** The failures of the keychain: a passphrase can then take its place. */
const keychainFailures = {
  'keychain-locked': 'locked',
  'keychain-unavailable': 'unavailable',
  'keychain-timed-out': 'timed-out',
  'keychain-crashed': 'crashed',
  'token-not-kept': 'unavailable',
} as const satisfies Partial<Record<ErrorCode, KeychainFault>>;

export const isKeychainFailure = (code: ErrorCode): code is keyof typeof keychainFailures =>
  code in keychainFailures;

/** What to do about a keychain that fails, on this system; null for one that does not. */
export function keychainAdvice(backend: KeychainBackend, state: KeychainState): string | null {
  return state === 'unknown' || state === 'ready' ? null : keychainWords.advice[backend][state];
}

/** What to do when a call failed because of the keychain; null when it failed otherwise. */
export function adviceOnFailure(backend: KeychainBackend, code: ErrorCode): string | null {
  return isKeychainFailure(code) ? keychainWords.advice[backend][keychainFailures[code]] : null;
}
