import type { Backend } from '#contract/contract';
import type { HandKept } from '#contract/snapshot';
import { otherCodesWords } from '#words/codes/other-codes';
import { AddHandKept, ChangeHandKept, type HandKeptDialog, RemoveHandKept } from './hand-kept.svelte';
import { HandKeptLedger } from './hand-kept-ledger.svelte';
import { labelSearch } from '../../words/label-search';

/** The ledgers that belong to no account: all of them in a list, or one of them open. */
export class OtherCodesState {
  /** The one that is open. */
  ledger = $state.raw<HandKeptLedger | null>(null);
  dialog = $state.raw<HandKeptDialog | null>(null);
  /** What was done, for the live region of the list. */
  done = $state('');
  /** What is typed into the search field of the list. */
  search = $state('');
  /** Whether a label fits what is searched for; every label where nothing is. */
  readonly finds = $derived(labelSearch(this.search));

  readonly #backend: Backend;
  readonly #opened: () => void;

  /** @param opened is told when one of them comes on the screen */
  constructor(backend: Backend, opened: () => void = () => undefined) {
    this.#backend = backend;
    this.#opened = opened;
  }

  open(ledgerId: string): void {
    this.back();
    this.ledger = new HandKeptLedger(this.#backend, ledgerId);
    this.#opened();
  }

  searchFor(text: string): void {
    this.done = '';
    this.search = text;
  }

  add(): void {
    this.done = '';
    this.dialog = new AddHandKept(this.#backend, (ledgerId) => {
      this.open(ledgerId);
      if (this.ledger) this.ledger.done = otherCodesWords.added;
    });
  }

  change(ledger: HandKept): void {
    this.dialog = new ChangeHandKept(this.#backend, ledger, (done) => {
      this.open(ledger.id);
      if (this.ledger) this.ledger.done = done;
    });
  }

  remove(ledger: HandKept): void {
    this.dialog = new RemoveHandKept(this.#backend, ledger, () => {
      this.back();
      this.done = otherCodesWords.removed(ledger.label);
    });
  }

  closeDialog(): void {
    this.dialog?.leave();
    this.dialog = null;
  }

  /** The user left the screen: a search is over, too. */
  leave(): void {
    this.back();
    this.search = '';
  }

  /** Back to the list. */
  back(): void {
    this.ledger?.leave();
    this.ledger = null;
    this.closeDialog();
    this.done = '';
  }
}
