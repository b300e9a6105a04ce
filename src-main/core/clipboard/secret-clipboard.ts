import { limits } from '#contract/limits';
import { InOrder } from '../turns/in-order';
import type { Clock } from '../ports/clock';
import type { Desktop } from '../ports/shell/desktop';
import type { State } from '../state/state';

interface Parts {
  readonly state: State;
  readonly desktop: Desktop;
  readonly clock: Clock;
}

/** Milliseconds from one look to the next, at whether a clipboard manager has put a cleared secret back. */
const looks = [250, 750, 2_000, 4_000];

/** What a secret that came back is overwritten with: managers put back what they see gone, not what they see replaced. */
const blank = ' ';

/**
 * The one way of a secret to the clipboard, and back off it: after a minute and at quit, unless something else was
 * copied since. Where another program puts it back within some seconds, it is overwritten, once: two programs must not
 * fight over the clipboard. The text is not kept for that, only what it takes to know it again.
 */
export class SecretClipboard {
  readonly #parts: Parts;
  /** The fingerprint of what may still lie there. */
  #ours: string | null = null;
  /** That of what was cleared, and may come back. */
  #gone: string | null = null;
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

  /** Whether a text is the secret that was last copied here, and may still lie there or come back. */
  isOurs(text: string): boolean {
    const fingerprint = this.#parts.desktop.fingerprint(text);
    return fingerprint === this.#ours || fingerprint === this.#gone;
  }

  /** Copies a secret for 60 seconds; one that was copied before is forgotten. Resolves when the clipboard has it. */
  copy(secret: string): Promise<void> {
    return this.#accesses.run(async () => {
      const { clock, desktop, state } = this.#parts;
      await desktop.copy(secret);
      this.#callOff();
      this.#gone = null;
      this.#ours = desktop.fingerprint(secret);
      this.#clearLater();
      state.clipboard = { clearsAt: clock.now() + limits.clipboard };
      state.announce();
    });
  }

  /** Apart from where the secret is known: whatever waits for the end of a minute would keep its text so long. */
  #clearLater(): void {
    this.#callOff = this.#parts.clock.after(limits.clipboard, () => void this.clear());
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
      if (await this.#lies(ours)) {
        desktop.clearClipboard();
        this.#gone = ours;
        this.#lookLater(ours, looks);
      }
      state.announce();
    });
  }

  async #lies(fingerprint: string): Promise<boolean> {
    const { desktop } = this.#parts;
    const there = await desktop.readClipboard().catch(() => '');
    return desktop.fingerprint(there) === fingerprint;
  }

  #lookLater(gone: string, [delay, ...later]: readonly number[]): void {
    if (delay === undefined) this.#gone = null;
    else this.#callOff = this.#parts.clock.after(delay, () => void this.#look(gone, later));
  }

  /** Never rejects. */
  #look(gone: string, later: readonly number[]): Promise<void> {
    return this.#accesses.run(async () => {
      // Something was copied meanwhile.
      if (this.#gone !== gone) return;
      if (!(await this.#lies(gone))) {
        this.#lookLater(gone, later);
        return;
      }
      this.#gone = null;
      await this.#parts.desktop.copy(blank).catch(() => undefined);
    });
  }
}
