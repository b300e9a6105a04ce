/**
 * Why a sealed text did not open: the key or passphrase does not fit; the file is damaged; it is no age file; it is
 * longer than `limits.sealed`; or its passphrase would cost more work than 2^20.
 */
export type OpenFailureKind = 'wrong-key' | 'damaged' | 'not-sealed' | 'too-large' | 'too-costly';

/** A sealed text that did not open. Carries nothing of the text, the key or the passphrase. */
export class OpenFailure extends Error {
  readonly kind: OpenFailureKind;

  constructor(kind: OpenFailureKind) {
    super(kind);
    this.name = 'OpenFailure';
    this.kind = kind;
  }
}
