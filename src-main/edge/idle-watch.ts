/** Longer waits overflow a timer; it is only looked at once more then. */
const longestWait = 3_600;

/** Tells when a computer was left alone for a while. Looks no more often than it could be so, and at least once an hour. */
export class IdleWatch {
  readonly #idleTime: () => number;
  readonly #limit: () => number;
  readonly #left: () => void;
  /** Whoever begins the watch is there, even if the system has not seen them: they came by a network, or a program. */
  #begun = performance.now();
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

  /** Somebody is there now: counts from here on. */
  begin(): void {
    this.#begun = performance.now();
    this.look();
  }

  /** Looks now, and plans the next look. */
  look(): void {
    this.end();
    const limit = this.#limit();
    if (limit === 0) return;
    const idle = Math.min(this.#idleTime(), (performance.now() - this.#begun) / 1000);
    if (idle >= limit) this.#left();
    const wait = idle >= limit ? limit : limit - idle;
    this.#next = setTimeout(() => this.look(), Math.ceil(Math.min(wait, longestWait) * 1000));
  }

  end(): void {
    clearTimeout(this.#next);
  }
}
