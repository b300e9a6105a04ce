import type { ErrorCode } from '#contract/errors';
import type { LockReason, Snapshot } from '#contract/snapshot';
import { lockWords } from '#words/frame/lock';
import { keychainWords } from '#words/settings/keychain';
import { keychainAdvice } from '../accounts/keychain-advice';

/** Whether a failed unlocking says already why Latchkey is locked. */
const says: Record<LockReason, (code: ErrorCode) => boolean> = {
  asked: () => false,
  keychain: (code) => code.startsWith('keychain-') || code === 'vault-key-missing',
  'key-missing': (code) => code === 'vault-key-missing',
  unreadable: (code) => code === 'vault-unreadable',
};

/** No key that was found opens the vault: starting over leads on, too. */
export const isKeyMissing = ({ lock, vault }: Snapshot): boolean =>
  lock.reason === 'key-missing' || vault.state === 'key-missing';

/** The keychain alone stands before the vault: it is being asked for the key, or can be at the press of a button. */
export const waitsForKeychain = (snapshot: Snapshot): boolean => {
  const { lock } = snapshot;
  if (lock.opening) return true;
  return lock.by === 'keychain' && lock.reason !== 'unreadable' && !isKeyMissing(snapshot);
};

/** What can be done where no key that was found opens the vault. */
export const withoutKey = ({ lock, keychain }: Snapshot): string =>
  lock.by === 'passphrase'
    ? lockWords.keyMissing.passphrase
    : lockWords.keyMissing.keychain(keychainWords.names[keychain.backend]);

/**
 * Why Latchkey is locked where nobody asked for it, and what to do.
 *
 * @param told the failure of the last unlocking, which may say it already
 * @returns a sentence each; none where there is nothing to say
 */
export function whyLocked(snapshot: Snapshot, told: ErrorCode | null): string[] {
  const { lock, keychain, vault } = snapshot;
  if (vault.state === 'newer') return [lockWords.why.newer];
  if (told !== null && says[lock.reason](told)) return [];
  const name = keychainWords.names[keychain.backend];
  switch (lock.reason) {
    case 'asked':
      return [];
    case 'keychain': {
      const advice = keychainAdvice(keychain.backend, keychain.state);
      return [lockWords.why.keychain(name), ...(advice === null ? [] : [advice])];
    }
    case 'key-missing':
      return [lock.by === 'passphrase' ? withoutKey(snapshot) : lockWords.why.keyMissing(name)];
    case 'unreadable':
      return [lockWords.why.unreadable];
  }
}
