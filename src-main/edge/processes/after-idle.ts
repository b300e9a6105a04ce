/** Something to be given up when it was not used for a while. */
export class AfterIdle {
  readonly #limit: number;
  readonly #giveUp: () => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param limit milliseconds */
  constructor(limit: number, giveUp: () => void) {
    this.#limit = limit;
    this.#giveUp = giveUp;
  }

  /** It is used. */
  wake(): void {
    clearTimeout(this.#timer);
  }

  /** It is used no more, from now on. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#giveUp, this.#limit);
  }
}
