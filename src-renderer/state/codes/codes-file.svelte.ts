import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { Attempt } from '../attempt.svelte';
import type { Leavable } from '../lock/leavable';

/** Reads the text of a file; see reading/reading.ts. */
export type TextOf = (file: Blob, signal: AbortSignal) => Promise<string>;

/** Where the text of a file goes: below what is there already. */
interface Field {
  text: string;
}

/** Reads files with codes that were opened, dropped or pasted, into a field. */
export class CodesFile implements Leavable {
  /** The name of the file that is being read. */
  now = $state('');
  readonly attempt = new Attempt();

  readonly #field: Field;
  readonly #textOf: TextOf;
  #ending = new AbortController();

  /** @param textOf is for tests; the reader is loaded with the first file */
  constructor(
    field: Field,
    textOf: TextOf = async (...of) => (await import('../../reading/reading')).textOf(...of),
  ) {
    this.#field = field;
    this.#textOf = textOf;
  }

  /** Reads one file after the other. Where one of them cannot be read, nothing of any is taken, and `attempt` says why. */
  async read(files: readonly File[]): Promise<void> {
    const { signal } = this.#ending;
    await this.attempt.run(async () => {
      const texts: string[] = [];
      for (const file of files) {
        this.now = file.name;
        texts.push(await this.#textOf(file, signal));
        if (signal.aborted) return {};
      }
      this.#add(texts.filter((text) => text.trim() !== ''));
      return {};
    });
    this.now = '';
    // Whoever ended it does not want to hear of it.
    if (signal.aborted) this.attempt.forget();
  }

  /** Ends what is being read. */
  leave(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
    this.now = '';
    this.attempt.forget();
  }

  #add(texts: readonly string[]): void {
    if (texts.length === 0) throw new AppError('no-codes-found');
    const text = [this.#field.text.trimEnd(), ...texts].filter((one) => one !== '').join('\n');
    if (text.length > limits.pastedCodes) {
      throw new AppError('pasted-too-long', { needed: text.length, most: limits.pastedCodes });
    }
    this.#field.text = text;
  }
}
