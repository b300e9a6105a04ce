/** Milliseconds that a start without a window waits for a tray: panels come up late at login. */
const patience = 60_000;

/** A start without a window. Nobody could find a Latchkey that has neither a window nor an icon in a tray. */
export class HiddenStart {
  /** Whether this start shows no window. */
  readonly isHidden: boolean;
  #waits: boolean;

  constructor(isHidden: boolean) {
    this.isHidden = isHidden;
    this.#waits = isHidden;
  }

  /** There may be a tray yet. */
  get waits(): boolean {
    return this.#waits;
  }

  /** @param look is called once, when no tray is waited for any more */
  begin(look: () => void): void {
    if (!this.isHidden) return;
    setTimeout(() => {
      this.#waits = false;
      look();
    }, patience);
  }
}
