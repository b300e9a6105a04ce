import type { RestorePreview, RestoreSource } from '#contract/backups';
import type { Backend, Gives, Takes } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { Attempt } from '../attempt.svelte';
import { type Given, readDropped, readGiven } from './dropped-files';
import { RestoreChoice } from './restore-choice.svelte';
import { RestoreCodes } from './restore-codes.svelte';
import type { SheetReading } from './sheet-reading.svelte';

/** Restoring from a backup or a kit, in three steps: a file is chosen, opened, and taken from. */
export class RestoreState {
  source = $state.raw<RestoreSource | null>(null);
  /** The passphrase, or an age identity; here only until it has opened the file. */
  secret = $state('');
  preview = $state.raw<RestorePreview | null>(null);
  /** Which rows of the preview shall be taken. */
  choice = $state.raw<RestoreChoice | null>(null);
  /** The codes of the row that is looked at. */
  readonly codes: RestoreCodes;
  /** What was taken in the end. */
  restored = $state.raw<Gives<'restore'> | null>(null);
  readonly attempt = new Attempt();
  /** A printed kit, as far as it was read; made, and loaded, with its first file. */
  sheet = $state.raw<SheetReading | null>(null);
  /** Making the folder that was restored from a backup folder of this computer. */
  readonly keeping = new Attempt();
  /** It is one now. */
  kept = $state(false);

  readonly #backend: Backend;
  /** Counts the times that the screen was left: what was asked for before then is dropped. */
  #left = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
    this.codes = new RestoreCodes(backend);
  }

  /** Asks for a file or a folder by the system's dialog. */
  async choose(what: Takes<'chooseRestoreSource'>['what']): Promise<void> {
    await this.#take(() => this.#backend.chooseRestoreSource({ what }));
  }

  /** Takes up the file that was opened with Latchkey, in place of what was chosen before. */
  async takeHanded(): Promise<void> {
    if (this.attempt.running) return;
    this.#forget();
    await this.#take(() => this.#backend.chooseHandedFile({}));
  }

  /** Takes up the vaults that were put aside and open again, and shows what is in them. */
  async bringBack(): Promise<void> {
    if (this.attempt.running) return;
    this.#forget();
    await this.choose('put-aside');
    if (this.source) await this.open();
  }

  /** Takes what was dropped on the window. Called while the event is handled, for its list ends with it. */
  async drop(items: DataTransferItemList): Promise<void> {
    await this.#takeGiven(() => readDropped(items));
  }

  /** Takes files that were pasted. */
  async paste(files: readonly File[]): Promise<void> {
    await this.#takeGiven(() => readGiven(files));
  }

  async #takeGiven(read: () => Promise<Given>): Promise<void> {
    await this.#take(async () => {
      const { sealed, printed } = await read();
      if (sealed) return this.#backend.offerRestoreFiles({ files: sealed });
      void this.readSheet(printed);
      return { source: null };
    });
  }

  /** Reads photos, scans and PDFs of a printed kit. As soon as it is whole it is a file like any other. */
  async readSheet(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const before = this.#left;
    const { SheetReading } = await import('./sheet-reading.svelte');
    if (before !== this.#left) return;
    this.sheet ??= new SheetReading((file) => {
      void this.#take(() => this.#backend.offerRestoreFiles({ files: [file] }));
    });
    await this.sheet.add(files);
  }

  async #take(ask: () => Promise<{ source: RestoreSource | null }>): Promise<void> {
    const given = await this.#ask(ask);
    if (!given?.source) return;
    this.sheet?.leave();
    this.source = given.source;
  }

  /** Opens what was chosen, and proposes to take what is not here. */
  async open(): Promise<void> {
    const { secret } = this;
    const preview = await this.#ask(async () => {
      if (secret.length > limits.passphrase) throw new AppError('wrong-passphrase');
      return this.#backend.openRestore({ secret });
    });
    if (!preview) return;
    this.secret = '';
    this.preview = preview;
    this.choice = new RestoreChoice(preview.ledgers);
  }

  async restore(): Promise<void> {
    const take = [...(this.choice?.taken ?? [])].sort((a, b) => a - b);
    if (take.length === 0) return;
    this.codes.leave();
    const restored = await this.#ask(() => this.#backend.restore({ take }));
    if (!restored) return;
    this.restored = restored;
    this.kept = restored.folder?.isKept ?? false;
  }

  /** Backs up to the folder that was restored from, from now on. */
  async keepBackingUp(): Promise<void> {
    const before = this.#left;
    const kept = await this.keeping.run(() => this.#backend.keepBackingUp({}));
    if (kept && before === this.#left) this.kept = true;
  }

  /** Back to choosing a file. */
  startOver(): void {
    this.#forget();
    void this.#tellMain();
  }

  /** The user left the screen. */
  leave(): void {
    this.startOver();
  }

  #forget(): void {
    this.#left += 1;
    this.sheet?.leave();
    this.sheet = null;
    this.source = null;
    this.secret = '';
    this.preview = null;
    this.choice = null;
    this.codes.leave();
    this.restored = null;
    this.kept = false;
    this.attempt.forget();
    this.keeping.forget();
  }

  /** Asks main, and drops the answer when the screen was left meanwhile. */
  async #ask<T extends object>(call: () => Promise<T>): Promise<T | undefined> {
    const before = this.#left;
    const given = await this.attempt.run(call);
    if (before === this.#left) return given;
    this.attempt.forget();
    // What main took up after it was told to forget.
    await this.#tellMain();
    return undefined;
  }

  /** Whether that fails is of no use to anyone: the next file takes the place of this one. */
  async #tellMain(): Promise<void> {
    await this.#backend.leaveRestore({}).catch(() => undefined);
  }
}
