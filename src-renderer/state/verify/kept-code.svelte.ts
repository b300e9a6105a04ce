import { type Came, takenCode } from '../../words/code-text';

/** A code that was typed into quick verify before it could be sent. It waits there for the unlocking, and nowhere else. */
export class KeptCode {
  typed = $state('');

  keep(text: string, came: Came = 'typed'): void {
    this.typed = takenCode(text, came);
  }

  /** Gives it to whoever can send it, and forgets it. */
  take(): string {
    const { typed } = this;
    this.typed = '';
    return typed;
  }
}
