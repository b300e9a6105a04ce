import { limits } from '#contract/limits';
import { InOrder } from './in-order';
import type { Clock, Desktop } from './ports';
import type { State } from './state';

interface Parts {
  readonly state: State;
  readonly desktop: Desktop;
  readonly clock: Clock;
}

/**
 * The one way of a secret to the clipboard, and back off it: after a minute and at quit, unless something else was
 * copied since. The text itself is kept for as long as it takes to know it again, and no longer.
 */
export class SecretClipboard {
  readonly #parts: Parts;
  #ours: string | null = null;
  #callOff: () => void = () => undefined;
  /** One access after the other: what was just copied must not fall to the clearing of what was there before. */
  readonly #accesses = new InOrder();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether a secret may still lie there. */
  get holds(): boolean {
    return this.#ours !== null;
  }

  /** Copies a secret for 60 seconds; one that was copied before is forgotten. Resolves when the clipboard has it. */
  copy(secret: string): Promise<void> {
    return this.#accesses.run(async () => {
      const { clock, desktop, state } = this.#parts;
      await desktop.copy(secret);
      this.#callOff();
      this.#ours = secret;
      this.#callOff = clock.after(limits.clipboard, () => void this.clear());
      state.clipboard = { clearsAt: clock.now() + limits.clipboard };
      state.announce();
    });
  }

  /** Clears what was copied here, if it is still there. Never rejects. */
  clear(): Promise<void> {
    return this.#accesses.run(async () => {
      const { desktop, state } = this.#parts;
      const ours = this.#ours;
      if (ours === null) return;
      this.#callOff();
      this.#ours = null;
      state.clipboard = null;
      const there = await desktop.readClipboard().catch(() => '');
      if (there === ours) desktop.clearClipboard();
      state.announce();
    });
  }
}
