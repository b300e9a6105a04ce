import type { KitSheet } from '#contract/kits';
import type { Backend } from '#contract/contract';
import { doneWords } from '#words/done';
import { Attempt } from '../attempt.svelte';
import { KitForm } from './kit-form.svelte';
import { PassphraseCard } from './passphrase-card.svelte';
import { drawQr, type QrDrawing } from './qr-drawing';

/** The page as it is shown: what main made of it, and its sealed text as QR codes. */
export interface DrawnSheet extends Omit<KitSheet, 'order'> {
  readonly drawings: readonly QrDrawing[];
  readonly order: QrDrawing;
}

/** The kit: one sealed file, or a sheet of paper. */
export class KitState {
  /** The dialog that asks what kind of kit it shall be. */
  dialog = $state.raw<KitForm | null>(null);
  /** The page, with its codes; here only while it is looked at. */
  sheet = $state.raw<DrawnSheet | null>(null);
  /** What became of the page, for the live region. */
  done = $state('');
  /** Printing, and saving as PDF. */
  readonly printing = new Attempt();
  /** The other page: blanks for a passphrase. */
  readonly card: PassphraseCard;
  readonly #hiding = new Attempt();

  readonly #backend: Backend;
  readonly #show: (screen: 'kit-sheet' | 'passphrase-card') => void;

  /** @param show goes to the screen of a page */
  constructor(backend: Backend, show: (screen: 'kit-sheet' | 'passphrase-card') => void) {
    this.#backend = backend;
    this.#show = show;
    this.card = new PassphraseCard(backend, () => show('passphrase-card'));
  }

  open(): void {
    const form = new KitForm(this.#backend, async (made) => {
      const drawings = await Promise.all(made.parts.map(drawQr));
      const order = await drawQr(made.order);
      // Whoever closed the dialog meanwhile does not want the page any more.
      if (this.dialog !== form) return;
      this.#show('kit-sheet');
      this.dialog = null;
      this.sheet = { ...made, drawings, order };
    });
    this.dialog = form;
    void form.passphrase.suggest();
  }

  close(): void {
    this.dialog = null;
  }

  async print(): Promise<void> {
    this.done = '';
    const printed = await this.printing.run(() => this.#backend.printWindow({}));
    if (printed?.done && this.sheet) this.done = doneWords.printed;
  }

  async saveAsPdf(): Promise<void> {
    this.done = '';
    const pdf = await this.printing.run(() => this.#backend.saveWindowAsPdf({}));
    if (pdf?.saved && this.sheet) this.done = doneWords.savedAs(pdf.saved);
  }

  /** The user left the screen: nothing of the page stays in the window. */
  leave(): void {
    this.dialog = null;
    if (this.sheet) void this.#hiding.run(() => this.#backend.codesHidden({}));
    this.sheet = null;
    this.done = '';
    this.printing.forget();
    this.card.leave();
  }
}
