import { tidyCode } from '../../words/code-text';

/** A code that was typed into quick verify before it could be sent. It waits there for the unlocking, and nowhere else. */
export class KeptCode {
  typed = $state('');

  keep(text: string): void {
    this.typed = tidyCode(text);
  }

  /** Gives it to whoever can send it, and forgets it. */
  take(): string {
    const { typed } = this;
    this.typed = '';
    return typed;
  }
}
