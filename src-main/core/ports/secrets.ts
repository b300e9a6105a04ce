import type { KeychainBackend } from '#contract/snapshot';

/** What can be wrong with the keychain, as far as it can be told apart from outside. */
export type KeychainTrouble = 'locked' | 'unavailable' | 'timed-out' | 'crashed';

export type SecretResult<T> = { readonly kind: 'ok'; readonly value: T } | { readonly kind: KeychainTrouble };

/**
 * The OS keychain. Nothing here rejects: a keychain that fails is a result like any other.
 * Values are 1 to 1,200 printable ASCII characters; the core checks that before it calls.
 */
export interface Secrets {
  readonly backend: KeychainBackend;
  /** `null` is what a missing entry gives, and also a locked keychain whose prompt was dismissed. */
  read(name: string): Promise<SecretResult<string | null>>;
  write(name: string, value: string): Promise<SecretResult<null>>;
  /** Gives whether there was an entry to remove. */
  remove(name: string): Promise<SecretResult<boolean>>;
  /** Writes, reads back and removes a canary: the only way to tell a locked keychain from an empty one. */
  probe(): Promise<SecretResult<null>>;
  /** Lets go of whatever passed through it, once the calls so far are answered. */
  rest(): void;
}
