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

/** How the computer can tell that its owner is there. */
export interface Presence {
  readonly by: 'touch-id' | 'nothing';
  /** False when the person gave up, or was not known. */
  confirm(): Promise<boolean>;
}

/** The windows' pictures, as other programs may take them. */
export interface ScreenGuard {
  /** Whether this system keeps a window out of screenshots at all. */
  readonly works: boolean;
  /** Keeps the main window out of screenshots and shared screens, or no longer. */
  keepOut(on: boolean): void;
}

/** What was let go of, and lies in memory all the same. */
export interface Leftovers {
  /**
   * Latchkey has just locked: the pages of the windows, whose strings cannot be wiped, get new processes at once, and
   * main clears its garbage away when the vault is closed. Never throws.
   *
   * @param closed resolves when nothing of the vault is needed any more
   */
  drop(closed: Promise<void>): void;
}

/** What locking needs from outside. */
export interface LockPorts {
  readonly vaultKeyFile: SealedKeyFile;
  readonly presence: Presence;
  readonly screenGuard: ScreenGuard;
  readonly leftovers: Leftovers;
}
