import type { Backend, Takes } from '#contract/contract';
import { Attempt } from '../attempt.svelte';

/** The dialog in which a person writes a code anew. */
export class CodeCorrection {
  readonly index: number;
  code = $state('');
  readonly attempt = new Attempt();

  readonly #backend: Backend;
  readonly #ledgerId: string;
  readonly #finished: () => Promise<void>;

  /**
   * @param of whose code, and which, with the text of now
   * @param finished is told when it is kept
   */
  constructor(backend: Backend, of: Takes<'correctRecoveryCode'>, finished: () => Promise<void>) {
    this.#backend = backend;
    this.#ledgerId = of.ledgerId;
    this.index = of.index;
    this.code = of.code;
    this.#finished = finished;
  }

  async save(): Promise<void> {
    const { index, code } = this;
    const saved = await this.attempt.run(() =>
      this.#backend.correctRecoveryCode({ ledgerId: this.#ledgerId, index, code }),
    );
    if (saved) await this.#finished();
  }

  /** Forgets what was typed. */
  leave(): void {
    this.code = '';
    this.attempt.forget();
  }
}
