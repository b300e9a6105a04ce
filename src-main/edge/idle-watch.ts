/** Longer waits overflow a timer; it is only looked at once more then. */
const longestWait = 3_600;

/** Tells when a computer was left alone for a while. Looks no more often than it could be so, and at least once an hour. */
export class IdleWatch {
  readonly #idleTime: () => number;
  readonly #limit: () => number;
  readonly #left: () => void;
  #next: NodeJS.Timeout | undefined;

  /**
   * @param idleTime for how many seconds nobody touched the computer
   * @param limit after how many it is left alone; 0 for never
   */
  constructor(idleTime: () => number, limit: () => number, left: () => void) {
    this.#idleTime = idleTime;
    this.#limit = limit;
    this.#left = left;
  }

  /** Looks now, and plans the next look. */
  look(): void {
    this.end();
    const limit = this.#limit();
    if (limit === 0) return;
    const idle = this.#idleTime();
    if (idle >= limit) this.#left();
    const wait = idle >= limit ? limit : limit - idle;
    this.#next = setTimeout(() => this.look(), Math.min(wait, longestWait) * 1000);
  }

  end(): void {
    clearTimeout(this.#next);
  }
}
