import type { Backend } from '#contract/contract';
import { Attempt } from '../attempt.svelte';

/** The text for a bug report: read first, and copied only when its reader says so. */
export class Diagnostics {
  /** Null while the dialog is closed. */
  text = $state<string | null>(null);
  copied = $state(false);
  readonly attempt = new Attempt();

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async open(): Promise<void> {
    this.copied = false;
    const given = await this.attempt.run(() => this.#backend.readDiagnostics({}));
    if (given) this.text = given.text;
  }

  async copy(): Promise<void> {
    this.copied = (await this.attempt.run(() => this.#backend.copyDiagnostics({}))) !== undefined;
  }

  close(): void {
    this.text = null;
    this.copied = false;
    this.attempt.forget();
  }
}
