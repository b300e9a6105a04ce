import type { PreviewLedger } from '#contract/backups';
import type { BackupDocument, Kept } from '../../records/backed-up';
import type { Foreign, ForeignFile, TakenForeign } from './foreign';

/** A text that was not sealed: the file would be longer than any that is opened. */
export class TooLongToSeal extends Error {}

/** What opens files: a passphrase, or whichever of some identities fits. */
export type Opener =
  | { readonly by: 'passphrase'; readonly passphrase: string }
  | { readonly by: 'identities'; readonly identities: readonly string[] };

/** `armored`: a text, but for what fits into a file that is opened only without armor. */
export type SealedForm = 'binary' | 'armored';

/** Sealing with age, so that every file also opens with the `age` command (docs/decisions/0003-age.md). */
export interface Sealer {
  /** Somebody is about to enter a passphrase: what works with it gets ready meanwhile. */
  prepare(): void;
  /** A new X25519 identity, `AGE-SECRET-KEY-1…`. */
  newIdentity(): Promise<string>;
  /** The public half of an identity, `age1…`. */
  recipientOf(identity: string): Promise<string>;
  /** Whether a text is an age public key that can be sealed to. */
  isRecipient(text: string): Promise<boolean>;
  /** Gives an age file for a recipient, `age1…`; binary unless asked otherwise. Rejects with TooLongToSeal, too. */
  sealTo(recipient: string, text: string, form?: SealedForm): Promise<Uint8Array>;
  /** What opens a file, as far as its header tells. Rejects with OpenFailure: `too-large`, `not-sealed`, `damaged`. */
  lockOf(sealed: Uint8Array): Promise<'passphrase' | 'key'>;
  /** The same by the first bytes alone, of which 200 are enough; null for what does not begin like an age file. */
  lockAtStart(start: Uint8Array): 'passphrase' | 'key' | null;
  /** Takes binary and armored files. Rejects with OpenFailure. */
  openWith(identity: string, sealed: Uint8Array): Promise<string>;
  /**
   * Gives an age file that a passphrase opens, at work factor 18. The passphrase is normalized to NFC. Rejects with
   * TooLongToSeal, too.
   */
  sealWithPassphrase(passphrase: string, text: string, form: SealedForm): Promise<Uint8Array>;
  /**
   * Takes binary and armored files. A passphrase opens what it sealed in NFC, as it was typed, or in NFD. Rejects with
   * OpenFailure.
   */
  openWithPassphrase(passphrase: string, sealed: Uint8Array): Promise<string>;
  /**
   * Opens files that a stranger may have made, and reads, checks and joins them (backup/opening/read-foreign.ts), all in another
   * process: what comes back fits the limits, whatever the files hold.
   *
   * @param now epoch milliseconds
   */
  readForeign(files: readonly ForeignFile[], opener: Opener, now: number): Promise<Foreign>;
  /** See compareForeign in backup/opening/weigh-foreign.ts; in another process, for what a stranger made takes long. */
  compareForeign(contents: string, here: BackupDocument): Promise<PreviewLedger[]>;
  /** See showForeign there; in another process, too, for main does not read what a stranger made. */
  showForeign(contents: string, place: number): Promise<Kept | null>;
  /** See mergeForeign there; in another process, too. */
  mergeForeign(
    contents: string,
    here: readonly Kept[],
    places: readonly number[],
  ): Promise<TakenForeign | null>;
}
