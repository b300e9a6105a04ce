import type { Backend, Gives, Takes } from '#contract/contract';
import { nextCode } from '#contract/codes-left';
import type { CodeEntry } from '#contract/snapshot';
import { codesWords } from '#words/codes/codes';
import { Attempt } from '../attempt.svelte';
import { CodeNote } from './code-note.svelte';

/** How long revealed codes stay in the window. */
export const revealedFor = 30_000;

type Revealed = Gives<'revealRecoveryCodes'>;
type Mark = Takes<'markRecoveryCode'>['state'];

/** One ledger of recovery codes. The codes themselves are here only while they are revealed. */
export class LedgerState {
  readonly ledgerId: string;
  revealed = $state.raw<Revealed | null>(null);
  hideAt = $state<number | null>(null);
  /** What is known of each code, in their order. */
  entries = $state.raw<readonly CodeEntry[]>([]);
  readonly codes = $derived(this.revealed?.codes ?? null);
  /** What was done, for the live region. */
  done = $state('');
  /** Takes back what was just done, while that can be done in one step. */
  undoable = $state.raw<(() => Promise<void>) | null>(null);
  /** The dialog with the note on a code. */
  note = $state.raw<CodeNote | null>(null);
  /** What is written beside the next code, until it was read. */
  noteFirst = $state.raw<{ readonly index: number; readonly note: string } | null>(null);
  readonly asking = new Attempt();
  readonly #hiding = new Attempt();

  protected readonly backend: Backend;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the times that the codes were hidden: a reply to an older reveal is dropped. */
  #hidden = 0;
  /** The stamp as of which the entries are known, or asked for. */
  #asked: number | null = null;

  constructor(backend: Backend, ledgerId: string) {
    this.backend = backend;
    this.ledgerId = ledgerId;
  }

  async reveal(): Promise<void> {
    this.hide();
    const before = this.#hidden;
    const given = await this.ask(() => this.backend.revealRecoveryCodes({ ledgerId: this.ledgerId }), '');
    if (!given || before !== this.#hidden) return;
    this.revealed = given;
    this.showForAWhile();
  }

  /**
   * Asks what is known of the codes, unless that was asked for already. Never rejects: without an answer, the next look
   * asks again.
   *
   * @param stamp as the snapshot has it; null where there is no set
   */
  async look(stamp: number | null): Promise<void> {
    if (stamp === null || stamp === this.#asked) return;
    this.#asked = stamp;
    const given = await this.backend.readLedger({ ledgerId: this.ledgerId }).catch(() => null);
    // Something newer was asked for, or the screen was left.
    if (this.#asked !== stamp) return;
    if (given) this.entries = given.entries;
    else this.#asked = null;
  }

  /** Drops the codes from the window's memory. */
  hide(): void {
    clearTimeout(this.#timer);
    this.#hidden += 1;
    if (this.revealed) void this.#hiding.run(() => this.backend.codesHidden({}));
    this.revealed = null;
    this.hideAt = null;
  }

  /** Copies a code by its place in the list, so that it need not travel back. */
  async copy(index: number): Promise<void> {
    const code = { ledgerId: this.ledgerId, index };
    await this.ask(() => this.backend.copyRecoveryCode(code), codesWords.copied(index + 1));
  }

  /** Uses the next code. Where something is written beside it, that is shown first. */
  async useNext(): Promise<void> {
    const index = nextCode(this.entries);
    const note = this.entries[index]?.note ?? '';
    if (note === '') await this.#useNext(false);
    else if (!this.asking.running) this.noteFirst = { index, note };
  }

  /** The note on the next code was read. */
  async useNoted(): Promise<void> {
    this.noteFirst = null;
    await this.#useNext(true);
  }

  async #useNext(noteRead: boolean): Promise<void> {
    const { ledgerId } = this;
    const used = await this.ask(() => this.backend.useNextCode({ ledgerId, noteRead }), '');
    if (!used) return;
    this.done = codesWords.copiedAndUsed(used.index + 1);
    this.undoable = () => this.mark(used.index, 'unused');
  }

  /** Takes the last thing back, where that is still possible. */
  async undo(): Promise<void> {
    await this.undoable?.();
  }

  async mark(index: number, state: Mark): Promise<void> {
    const code = { ledgerId: this.ledgerId, index, state };
    await this.ask(() => this.backend.markRecoveryCode(code), codesWords.marked[state](index + 1));
  }

  /** Opens the dialog with the note on a code. */
  writeNote(index: number, text: string): void {
    this.note = new CodeNote(this.backend, { ledgerId: this.ledgerId, index }, text, () => {
      this.note = null;
    });
  }

  /** The user left the screen. */
  leave(): void {
    this.hide();
    this.entries = [];
    this.#asked = null;
    this.note = null;
    this.noteFirst = null;
    this.done = '';
    this.undoable = null;
    this.asking.forget();
  }

  /** Hides the codes that are revealed when their time is over, which begins now. */
  protected showForAWhile(): void {
    this.showOn();
    this.hideAt = Date.now() + revealedFor;
    this.#timer = setTimeout(() => this.hide(), revealedFor);
  }

  /** The time of the revealed codes stands still. */
  protected showOn(): void {
    clearTimeout(this.#timer);
    this.hideAt = null;
  }

  /** Has the codes that are revealed shown as they are by now. */
  protected async revealAgain(): Promise<void> {
    const before = this.#hidden;
    if (!this.revealed) return;
    const given = await this.backend.revealRecoveryCodes({ ledgerId: this.ledgerId }).catch(() => null);
    if (before !== this.#hidden) return;
    if (given) this.revealed = given;
    else this.hide();
  }

  /** Asks main, one thing at a time, and says what was done. */
  protected async ask<T extends object>(call: () => Promise<T>, done: string): Promise<T | undefined> {
    if (this.asking.running) return undefined;
    this.done = '';
    this.undoable = null;
    const given = await this.asking.run(call);
    if (given) this.done = done;
    return given;
  }
}
