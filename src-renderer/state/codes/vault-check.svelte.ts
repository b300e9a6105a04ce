import type { Backend } from '#contract/contract';
import { Attempt } from '../attempt.svelte';

/** Opening the vault when it did not open at start. What it is in the end comes with the snapshot. */
export class VaultCheck {
  readonly attempt = new Attempt();
  /** The keychain was found to be open. */
  checked = $state(false);
  setAsideSeen = $state(false);
  putAsideSeen = $state(false);
  /** The dialog that asks whether to begin with an empty vault is open. */
  beginning = $state(false);

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async open(): Promise<void> {
    await this.attempt.run(() => this.#backend.openVault({}));
  }

  /** Checks the keychain, which opens the vault where it can. */
  async check(): Promise<void> {
    this.checked = false;
    const asked = await this.attempt.run(() => this.#backend.probeKeychain({}));
    this.checked = asked !== undefined;
  }

  askToBeginAnew(): void {
    this.beginning = true;
  }

  closeDialog(): void {
    this.beginning = false;
  }

  /** Puts the vault aside whose key is missing, and begins an empty one. */
  async beginAnew(): Promise<void> {
    this.checked = false;
    await this.attempt.run(() => this.#backend.beginNewVault({}));
    this.beginning = false;
  }

  leave(): void {
    this.checked = false;
    this.beginning = false;
    this.attempt.forget();
  }
}
