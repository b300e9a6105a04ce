import type { Backend } from '#contract/contract';
import { vaultWords } from '#words/codes/vault';
import { Attempt } from '../attempt.svelte';

/** The yes to a vault that is older than what was last written here. */
export class OlderVault {
  readonly attempt = new Attempt();

  readonly #backend: Backend;
  readonly #accepted: (done: string) => void;

  /** @param accepted is told what became of the yes */
  constructor(backend: Backend, accepted: (done: string) => void) {
    this.#backend = backend;
    this.#accepted = accepted;
  }

  /** It is all right. The notice goes when the snapshot says so. */
  async accept(): Promise<void> {
    const done = await this.attempt.run(() => this.#backend.acceptOlderVault({}));
    if (done) this.#accepted(vaultWords.olderAccepted);
  }

  leave(): void {
    this.attempt.forget();
  }
}
