import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { Attempt } from '../attempt.svelte';

/** The dialog in which a person writes something beside a code. */
export class CodeNote {
  readonly index: number;
  /** One that was joined out of several may be longer than what one may write. */
  readonly longest: number;
  text = $state('');
  readonly attempt = new Attempt();

  readonly #backend: Backend;
  readonly #ledgerId: string;
  readonly #finished: () => void;

  constructor(
    backend: Backend,
    code: { readonly ledgerId: string; readonly index: number },
    text: string,
    finished: () => void,
  ) {
    this.#backend = backend;
    this.#ledgerId = code.ledgerId;
    this.index = code.index;
    this.text = text;
    this.longest = Math.max(limits.note, text.length);
    this.#finished = finished;
  }

  async save(): Promise<void> {
    const note = this.text;
    const saved = await this.attempt.run(() => {
      if (note.length > this.longest) throw new AppError('bad-input');
      return this.#backend.noteOnRecoveryCode({ ledgerId: this.#ledgerId, index: this.index, note });
    });
    if (saved) this.#finished();
  }
}
