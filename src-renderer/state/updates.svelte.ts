import type { Backend } from '#contract/contract';
import type { UpdateMode } from '#contract/updates';
import { Attempt } from './attempt.svelte';

/** Newer versions, as they are asked for in the settings. What came of it is in the snapshot. */
export class UpdatesState {
  readonly attempt = new Attempt();

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async setMode(mode: UpdateMode): Promise<void> {
    await this.attempt.run(() => this.#backend.setUpdateMode({ mode }));
  }

  async look(): Promise<void> {
    await this.attempt.run(() => this.#backend.lookForUpdate({}));
  }

  async fetch(): Promise<void> {
    await this.attempt.run(() => this.#backend.fetchUpdate({}));
  }

  async install(): Promise<void> {
    await this.attempt.run(() => this.#backend.installUpdate({}));
  }

  leave(): void {
    this.attempt.forget();
  }
}
