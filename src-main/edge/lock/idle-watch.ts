import type { LockNotices } from '#contract/lock';

/** Longer waits overflow a timer; it is only looked at once more then. */
const longestWait = 3_600;
/** Seconds between two looks while the system was never seen to count, at most. */
const longestProbe = 10;
/** So many looks without a count, while nobody used our windows either, and the system is said not to count. */
const enoughProbes = 30;

interface Parts {
  /** For how many seconds nobody touched the computer, as the system says: in whole ones. */
  readonly systemIdle: () => number;
  /** For how many seconds nobody used one of our own windows. */
  readonly ownIdle: () => number;
  /** After how many seconds it is left alone; 0 for never. */
  readonly limit: () => number;
  readonly left: () => void;
  /** Told whose count it goes by. */
  readonly counts: (by: LockNotices['idle']) => void;
}

/**
 * Tells when a computer was left alone for a while. Looks no more often than it could be so, and at least once an hour.
 *
 * Some desktops say 0 for ever (Wayland without KDE's or GNOME's ways, a snap). So the system counts only once it was seen
 * to: nobody touches a computer in every second in which it is looked at. Until then the use of our own windows counts. It
 * always counts as well, for what is typed into them is not always seen by the system.
 */
export class IdleWatch {
  readonly #parts: Parts;
  /** Whoever begins the watch is there, even if the system has not seen them: they came by a network, or a program. */
  #begun = performance.now();
  #systemCounts = false;
  #probes = 0;
  #next: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Somebody is there now: counts from here on. */
  begin(): void {
    this.#begun = performance.now();
    this.look();
  }

  /** Looks now, and plans the next look. */
  look(): void {
    this.end();
    const limit = this.#parts.limit();
    if (limit === 0) return;
    const own = Math.min(this.#parts.ownIdle(), (performance.now() - this.#begun) / 1000);
    const idle = Math.min(own, this.#system(own));
    if (idle >= limit) this.#parts.left();
    const wait = Math.min(idle >= limit ? limit : limit - idle, longestWait);
    const probe = Math.min(Math.max(limit / 60, 1), longestProbe);
    this.#next = setTimeout(
      () => this.look(),
      Math.ceil((this.#systemCounts ? wait : Math.min(wait, probe)) * 1000),
    );
  }

  end(): void {
    clearTimeout(this.#next);
  }

  /** Endless while the system was never seen to count. */
  #system(own: number): number {
    const idle = this.#parts.systemIdle();
    if (!this.#systemCounts) {
      this.#systemCounts = idle > 0;
      if (own > 2) this.#probes += 1;
      if (this.#systemCounts) this.#parts.counts('system');
      else if (this.#probes === enoughProbes) this.#parts.counts('own-windows');
    }
    return this.#systemCounts ? idle : Infinity;
  }
}
