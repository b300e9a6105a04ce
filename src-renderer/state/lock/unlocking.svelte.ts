import type { Backend } from '#contract/contract';
import { Attempt } from '../attempt.svelte';
import { checkedPassphrase } from './checked-passphrase';

/** The one thing that a locked window can do. */
export class Unlocking {
  passphrase = $state('');
  readonly attempt = new Attempt();
  /** The dialog for a forgotten passphrase. */
  forgotten = $state(false);
  readonly startingOver = new Attempt();

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Closing whatever the system asks in between leaves Latchkey locked. */
  async unlock(): Promise<void> {
    const { passphrase } = this;
    const unlocked = await this.attempt.run(async () => {
      return this.#backend.unlock({ passphrase: checkedPassphrase(passphrase) });
    });
    // Whoever mistyped goes on from what stands there.
    if (unlocked) this.passphrase = '';
  }

  async startOver(): Promise<void> {
    const done = await this.startingOver.run(() => this.#backend.startOver({}));
    if (done) this.forgotten = false;
  }

  leave(): void {
    this.passphrase = '';
    this.forgotten = false;
    this.attempt.forget();
    this.startingOver.forget();
  }
}
