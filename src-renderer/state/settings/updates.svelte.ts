import type { Backend } from '#contract/contract';
import type { UpdateMode, Updates } from '#contract/updates';
import { Attempt } from '../attempt.svelte';

/** What becomes of a newer version by itself: it is looked for when asked, told of, installed, or only fetched. */
export function meaningOf({ mode, way }: Updates): 'asked' | 'told' | 'installed' | 'fetched' {
  if (mode === 'off') return 'asked';
  if (mode === 'notify' || way === 'by-hand') return 'told';
  return way === 'itself' ? 'installed' : 'fetched';
}

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
