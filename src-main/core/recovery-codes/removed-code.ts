import type { RecoveryCode } from '../records/recovery-code';

/** A code that was removed from the current set of a list, and where it stood. */
interface Removed {
  readonly ledgerId: string;
  readonly setName: string;
  readonly index: number;
  readonly code: RecoveryCode;
}

/** The code that was removed last, so that it can be put back until Latchkey is locked or ends. */
export class RemovedCode {
  #last: Removed | null = null;

  remember(removed: Removed): void {
    this.#last = removed;
  }

  /** What was removed last, if it was of this list. */
  of(ledgerId: string): Removed | null {
    return this.#last?.ledgerId === ledgerId ? this.#last : null;
  }

  forget(): void {
    this.#last = null;
  }
}
