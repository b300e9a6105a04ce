import type { Backend } from '#contract/contract';
import type { ShownEntry } from '#contract/shown-entry';
import { Attempt } from '../attempt.svelte';
import type { Leavable } from '../lock/leavable';

/** A code of a set, by its places. */
export interface CodePlace {
  readonly set: number;
  readonly code: number;
}

/** The codes of one row of what was opened to restore from; here only while they are looked at. */
export class RestoreCodes implements Leavable {
  /** The row that is looked at; null for none. */
  place = $state<number | null>(null);
  /** Null until it has come, and where it could not be shown. */
  entry = $state.raw<ShownEntry | null>(null);
  /** The code that was copied last. */
  copied = $state.raw<CodePlace | null>(null);
  readonly looking = new Attempt();
  readonly #hiding = new Attempt();

  readonly #backend: Backend;
  /** Counts the times that codes were hidden: what was asked for before then is dropped. */
  #hidden = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Shows the codes of a row, or hides them where they are shown. */
  async toggle(place: number): Promise<void> {
    if (this.looking.running) return;
    const wasShown = this.place === place;
    this.leave();
    if (!wasShown) await this.#show(place);
  }

  /** Copies one code, by the rules of every copied secret. */
  async copy(which: CodePlace): Promise<void> {
    const { place } = this;
    if (place === null) return;
    this.copied = null;
    const before = this.#hidden;
    const copied = await this.looking.run(() => this.#backend.copyRestoreCode({ place, ...which }));
    if (copied && before === this.#hidden) this.copied = which;
  }

  /** Nothing of a code stays in the window. */
  leave(): void {
    this.#hidden += 1;
    if (this.entry) this.#tellMain();
    this.place = null;
    this.entry = null;
    this.copied = null;
    this.looking.forget();
  }

  async #show(place: number): Promise<void> {
    const before = this.#hidden;
    this.place = place;
    const entry = await this.looking.run(() => this.#backend.showRestoreCodes({ place }));
    if (before === this.#hidden) this.entry = entry ?? null;
    // Main keeps the window out of screenshots since it gave them out.
    else if (entry) this.#tellMain();
  }

  #tellMain(): void {
    void this.#hiding.run(() => this.#backend.codesHidden({}));
  }
}
