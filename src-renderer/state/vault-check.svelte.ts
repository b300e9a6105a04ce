import type { Backend } from '#contract/contract';
import { Attempt } from './attempt.svelte';

/** Opening the vault when it did not open at start. What it is in the end comes with the snapshot. */
export class VaultCheck {
  readonly attempt = new Attempt();
  setAsideSeen = $state(false);

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async open(): Promise<void> {
    await this.attempt.run(() => this.#backend.openVault({}));
  }

  /** Proves first that the keychain is open: only then does a key that is not found mean that it is gone. */
  async check(): Promise<void> {
    await this.attempt.run(async () => {
      await this.#backend.probeKeychain({});
      return this.#backend.openVault({});
    });
  }

  leave(): void {
    this.attempt.forget();
  }
}
