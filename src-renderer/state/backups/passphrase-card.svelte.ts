import type { Backend } from '#contract/contract';
import { doneWords } from '#words/done';
import { Attempt } from '../attempt.svelte';

/** What a passphrase was set for. */
export type CardFor = 'backups' | 'lock' | 'kit';

/** The card with blanks for a passphrase. It never knows one. */
export class PassphraseCard {
  /** What is ticked on it. */
  opens = $state<CardFor>('backups');
  /** What became of the page, for the live region. */
  done = $state('');
  readonly printing = new Attempt();

  readonly #backend: Backend;
  readonly #show: () => void;

  /** @param show goes to the screen of the card */
  constructor(backend: Backend, show: () => void) {
    this.#backend = backend;
    this.#show = show;
  }

  open(opens: CardFor): void {
    this.opens = opens;
    this.#show();
  }

  async print(): Promise<void> {
    this.done = '';
    const printed = await this.printing.run(() => this.#backend.printWindow({}));
    if (printed?.done) this.done = doneWords.printed;
  }

  async saveAsPdf(): Promise<void> {
    this.done = '';
    const pdf = await this.printing.run(() => this.#backend.saveWindowAsPdf({ shows: 'passphrase-card' }));
    if (pdf?.saved) this.done = doneWords.savedAs(pdf.saved);
  }

  /** The user left the screen. */
  leave(): void {
    this.done = '';
    this.printing.forget();
  }
}
