import type { AppError } from '#contract/errors';
import type { NewPassphrase } from './new-passphrase.svelte';

/** Where a passphrase that a person knows already comes from. */
export type KnownFrom = 'backups' | 'lock';

/** The passphrase for something new: a new one, or one that a person uses already, typed once and checked by main. */
export class PassphraseChoice<From extends KnownFrom> {
  /** A known one is used. */
  usesKnown = $state(false);
  known = $state('');
  readonly fresh: NewPassphrase;
  readonly from: From;

  /** @param fresh what is chosen otherwise */
  constructor(from: From, fresh: NewPassphrase) {
    this.from = from;
    this.fresh = fresh;
  }

  /** What goes to main: the passphrase, and what it is checked against. */
  get value(): string {
    return this.usesKnown ? this.known : this.fresh.value;
  }

  /** Goes with the value; empty for a new one, which is checked against nothing. */
  get checkedAs(): { readonly sameAs?: From } {
    return this.usesKnown ? { sameAs: this.from } : {};
  }

  /** Takes a known one, or a new one after all; what was typed is forgotten. */
  use(known: boolean): void {
    this.usesKnown = known;
    this.known = '';
  }

  /** Whether it can be used now. A known one is right or wrong, which main tells. */
  ready(): boolean {
    return this.usesKnown || this.fresh.ready();
  }

  /** Whether that is all that a failure says: then it is told at the field. */
  isWrong(failure: AppError | null): failure is AppError {
    if (!this.usesKnown || !failure) return false;
    const { code, details } = failure;
    if (this.from === 'backups') return code === 'not-backups-passphrase';
    return code === 'wrong-passphrase' && details.retryAt === undefined;
  }

  /** Forgets it. */
  clear(): void {
    this.use(false);
    this.fresh.clear();
  }
}
