/**
 * The vault's key, sealed by a passphrase: a file in the profile folder that is there only while one is asked for; and
 * beside it, while the lock is being changed, the one to come.
 */
export interface SealedKeyFile {
  /** Null when there is none. Rejects when it is there but cannot be read. */
  read(): Promise<Uint8Array | null>;
  readNext(): Promise<Uint8Array | null>;
  /** Durable: whole and on the disk, or rejected with the old file untouched. */
  write(sealed: Uint8Array): Promise<void>;
  writeNext(sealed: Uint8Array): Promise<void>;
  /** Puts the one to come in the place of the one that is there, at once and durably. */
  takeNext(): Promise<void>;
  /** Leaves nothing of it behind, an older version neither. Its absence is no failure. */
  remove(): Promise<void>;
  removeNext(): Promise<void>;
  /** Keeps both under other names. */
  setAside(): Promise<void>;
}
