import type { Backend } from '#contract/contract';
import { Attempt } from '../attempt.svelte';

/** What is told of the vault beside its codes. Where its key lies in memory alone, the keychain can be asked to take it back. */
export class VaultCheck {
  readonly attempt = new Attempt();
  setAsideSeen = $state(false);
  putAsideSeen = $state(false);

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Checks the keychain, which takes back a key that it lost where it can. */
  async check(): Promise<void> {
    await this.attempt.run(() => this.#backend.probeKeychain({}));
  }

  leave(): void {
    this.attempt.forget();
  }
}
