import type { Backend } from '#contract/contract';
import { Attempt } from '../attempt.svelte';
import { LockPassphrase, type PassphraseChange } from './lock-passphrase.svelte';

/** When Latchkey locks, and what unlocks it. */
export class LockSettings {
  dialog = $state.raw<LockPassphrase | null>(null);
  /** What was done, for the live region. */
  done = $state('');
  readonly attempt = new Attempt();

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async lock(): Promise<void> {
    await this.attempt.run(() => this.#backend.lock({}));
  }

  /** @param afterIdle seconds; 0 for never */
  async setAfter(afterIdle: number): Promise<void> {
    this.done = '';
    await this.attempt.run(() => this.#backend.setLockAfter({ afterIdle }));
  }

  ask(what: PassphraseChange): void {
    this.done = '';
    this.dialog = new LockPassphrase(this.#backend, what, (done) => {
      this.dialog = null;
      this.done = done;
    });
  }

  close(): void {
    this.dialog?.forget();
    this.dialog = null;
  }

  leave(): void {
    this.close();
    this.done = '';
    this.attempt.forget();
  }
}
