/**
 * Every way in which a call can fail, as a code that a machine can act on. The sentences for people live in the
 * window (messages.ts), which the compiler holds to this list.
 */
export const errorCodes = [
  // what was typed
  'bad-input',
  'label-invalid',
  'service-url-invalid',
  'service-url-not-secure',
  'token-invalid',
  'address-unconfirmed',
  'not-believed',
  'code-invalid',
  'code-like-words',
  // what the service said
  'token-refused',
  'refusal-unclear',
  'access-denied',
  'no-phone-number',
  'no-second-factor',
  'no-recovery-codes',
  'recovery-codes-unavailable',
  'rate-limited',
  'service-refused',
  'service-failed',
  'answer-not-understood',
  'not-this-api',
  'not-found',
  'redirect-refused',
  // the way to the service
  'offline',
  'connection-not-trusted',
  'proxy-unsupported',
  'timed-out',
  'outcome-unknown',
  'practice-service-down',
  // the keychain
  'keychain-locked',
  'keychain-unavailable',
  'keychain-timed-out',
  'keychain-crashed',
  'token-missing',
  'token-elsewhere',
  'token-not-kept',
  'session-missing',
  // the vault
  'vault-key-missing',
  'vault-not-saved',
  'vault-full',
  'vault-read-only',
  'vault-unreadable',
  'no-codes-found',
  'too-many-codes',
  'pasted-too-long',
  'codes-missing',
  'recovery-code-empty',
  'recovery-code-too-long',
  'recovery-code-twice',
  'otpauth-not-code',
  'last-recovery-code',
  'too-many-ledgers',
  // backups, kits and restoring
  'passphrase-too-short',
  'wrong-passphrase',
  'not-backups-passphrase',
  'recipient-invalid',
  'nothing-to-back-up',
  'no-folder-chosen',
  'no-such-folder',
  'too-many-backup-folders',
  'backup-folder-known',
  'backup-folder-in-use',
  'backup-folder-gone',
  'backup-folder-not-writable',
  'backup-folder-full',
  'backup-not-written',
  'backup-missing',
  'backup-damaged',
  'backup-key-missing',
  'backup-key-damaged',
  'backup-key-other',
  'backup-key-changed',
  'backup-key-alone',
  'too-much-to-seal',
  'kit-not-sealed',
  'kit-not-saved',
  'kit-too-long-for-paper',
  'not-printed',
  'file-unreadable',
  'file-too-large',
  'file-not-sealed',
  'file-damaged',
  'file-too-costly',
  'file-not-latchkey',
  'file-newer',
  'file-too-full',
  'file-not-downloaded',
  'file-wrong-key',
  'folder-without-backups',
  'nothing-to-restore',
  'restore-too-much',
  // reading texts and pictures
  'read-too-large',
  'read-text-too-large',
  'read-picture-too-large',
  'read-pdf-locked',
  'read-pdf-too-long',
  'read-too-slow',
  'read-picture-kind',
  'read-kind',
  'read-no-text',
  'sheet-no-codes',
  // locking
  'locked',
  'unlock-too-soon',
  'lock-key-damaged',
  'lock-not-changed',
  'presence-not-confirmed',
  // this computer
  'settings-not-saved',
  'settings-read-only',
  'settings-unreadable',
  'shortcut-invalid',
  'shortcut-taken',
  'start-at-login-not-set',
  // newer versions
  'updates-unreachable',
  'update-not-genuine',
  'update-outdated',
  'update-expired',
  'update-clock-wrong',
  'update-not-installed',
  'no-update',
  // Latchkey itself
  'no-such-account',
  'too-many-accounts',
  'no-such-code',
  'code-has-note',
  'busy',
  'bug',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What may accompany a code. Never a secret: these texts are shown, and all but `words` may be logged. */
export interface ErrorDetails {
  /** When it makes sense to try again, in epoch milliseconds. */
  readonly retryAt?: number | undefined;
  /** The service's own words, plain text of at most 300 characters; shown to people, never logged. */
  readonly words?: string | undefined;
  /** The name under which a bug stands in the log. */
  readonly reference?: string | undefined;
  /** How many there are, and how many there may be. */
  readonly needed?: number | undefined;
  readonly most?: number | undefined;
  /** Which row of a list it is about, from 0 on. */
  readonly row?: number | undefined;
}

/** A failure that people are told about in a sentence of its own. Outcomes (a rejected code) are values instead. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
