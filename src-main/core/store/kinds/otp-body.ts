/** What codes are made of: the time, a counter, or the time as Steam writes it. */
export const types = ['totp', 'hotp', 'steam'] as const;

/**
 * What makes one-time codes. It never changes: a secret that is corrected is another fact, and of two corrections that
 * were made at once both are there. Its counter lies beside it, under its id.
 */
export interface OtpBody {
  readonly kind: 'otp';
  readonly type: (typeof types)[number];
  /** In base32: upper case, without blanks and padding. */
  readonly secret: string;
  /** SHA1, SHA256 or SHA512. Another one is kept as it came, and no code can be made with it. */
  readonly algorithm: string;
  /** How many digits, or letters with Steam, a code has. */
  readonly digits: number;
  /** Seconds; of no use where a counter counts. */
  readonly period: number;
  /** The link that it came from, as it was; null where there was none. */
  readonly uri: string | null;
  /** The app that it was taken over from; null where it was none. */
  readonly app: string | null;
}
