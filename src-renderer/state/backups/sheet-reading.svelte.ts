import type { Takes } from '#contract/contract';
import { AppError } from '#contract/errors';
import { sheetReadingWords } from '#words/backup/sheet-reading';
import { Attempt } from '../attempt.svelte';
import { SheetParts, type SheetProgress } from './sheet-parts';

/** A file that gave no part of the kit, and why. */
export interface UnreadFile {
  readonly name: string;
  readonly failure: AppError;
}

/** Has the QR codes of a file found; see reading/reading.ts. */
export type FindCodes = (
  file: Blob,
  found: (texts: readonly string[]) => void,
  signal: AbortSignal,
) => Promise<void>;

/** The sealed file that a sheet carries. */
type SheetFile = Takes<'offerRestoreFiles'>['files'][number];

/** Reads a printed kit out of photos, scans and PDFs, in any order, several at once or one after another. */
export class SheetReading {
  progress = $state.raw<SheetProgress | null>(null);
  /** The name of the file that is being read. */
  now = $state('');
  unread = $state.raw<readonly UnreadFile[]>([]);
  /** All is there, or may be: nobody knows how many there are without the code of their order. */
  complete = $state.raw<string | null>(null);
  readonly attempt = new Attempt();

  readonly #find: FindCodes;
  readonly #onComplete: (file: SheetFile) => void;
  #parts = new SheetParts();
  #waiting: File[] = [];
  #ending = new AbortController();

  /**
   * @param onComplete is given the sealed file as soon as all of its parts are known to be there
   * @param find is for tests; the reader is loaded with the first file
   */
  constructor(
    onComplete: (file: SheetFile) => void,
    find: FindCodes = async (...of) => (await import('../../reading/reading')).findCodes(...of),
  ) {
    this.#onComplete = onComplete;
    this.#find = find;
  }

  /** Reads more files. Those that come while others are read wait for them. */
  async add(files: readonly File[]): Promise<void> {
    if (!this.attempt.running) this.unread = [];
    this.#waiting.push(...files);
    const { signal } = this.#ending;
    await this.attempt.run(async () => {
      for (let file = this.#waiting.shift(); file; file = this.#waiting.shift()) {
        await this.#read(file, signal);
        if (signal.aborted) break;
      }
      return {};
    });
    if (signal.aborted) return;
    this.now = '';
    if (typeof this.progress?.of === 'number' && this.complete !== null) this.#finish(this.complete);
  }

  /** Goes on with what was read of a sheet whose order nobody knows. */
  openAsRead(): void {
    if (this.complete !== null) this.#finish(this.complete);
  }

  /** Forgets all that was read. */
  leave(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
    this.#parts = new SheetParts();
    this.#waiting = [];
    this.progress = null;
    this.now = '';
    this.unread = [];
    this.complete = null;
    this.attempt.forget();
  }

  #finish(sealed: string): void {
    this.leave();
    this.#onComplete({ name: sheetReadingWords.kit, content: new TextEncoder().encode(sealed) });
  }

  async #read(file: File, signal: AbortSignal): Promise<void> {
    this.now = file.name;
    const parts = this.#parts;
    this.progress ??= parts.progress();
    let codes = 0;
    // In turn, so that the order of an older sheet stays.
    let taken = Promise.resolve();
    const take = async (texts: readonly string[]): Promise<void> => {
      codes += await parts.add(texts);
      if (parts !== this.#parts) return;
      this.progress = parts.progress();
      this.complete = parts.joined();
    };
    try {
      const found = (texts: readonly string[]): void => void (taken = taken.then(() => take(texts)));
      await this.#find(file, found, signal);
      await taken;
      if (codes === 0) throw new AppError('sheet-no-codes');
    } catch (error) {
      if (signal.aborted) return;
      const failure = error instanceof AppError ? error : new AppError('bug', { reference: 'window' });
      this.unread = [...this.unread, { name: file.name, failure }];
    }
  }
}
