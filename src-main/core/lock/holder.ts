/**
 * When a holder is told: as soon as it locks, when no call runs any more, or when no backup is being written either, so that
 * nothing is cut off that still needs the secret.
 */
export type LockMoment = 'at-once' | 'after-calls' | 'after-backups';

/** Whoever has something secret in memory: a code, a token, a key, a passphrase. */
export interface Holder {
  /** What it is called where it is spoken of. */
  readonly name: string;
  readonly told: readonly LockMoment[];
  /** Latchkey locks: nothing secret is left in memory when this has ended. Never rejects. */
  dropSecrets(): void | Promise<void>;
}
