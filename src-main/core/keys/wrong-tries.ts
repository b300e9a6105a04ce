/** So many wrong passphrases in a row cost nothing: people mistype. */
const freeTries = 3;
const firstWait = 5_000;
export const longestWait = 5 * 60_000;

/** Wrong passphrases in a row, and when the last one was. */
export interface WrongTries {
  readonly count: number;
  /** Epoch milliseconds, by a clock that anybody can set. */
  readonly at: number;
  /** Milliseconds that the computer had been running then, which nobody can set. */
  readonly up: number;
}

export const noTries: WrongTries = { count: 0, at: 0, up: 0 };

/** Two times of one moment: by the clock, and since the computer was started. In milliseconds. */
export interface Moment {
  readonly at: number;
  readonly up: number;
}

/**
 * How long to wait after a wrong passphrase before the next one is tried. It holds up whoever sits at the keyboard;
 * whoever has the file is held up by scrypt alone.
 *
 * @param count how many were wrong in a row
 * @returns milliseconds; 0 when the next one may come at once
 */
export function waitAfter(count: number): number {
  if (count < freeTries) return 0;
  return Math.min(firstWait * 2 ** (count - freeTries), longestWait);
}

/**
 * How many milliseconds are still to be waited; 0 for none. Within one run of the computer its own time counts, which no
 * clock changes; beyond it the clock does, for there is nothing else.
 */
export function waitLeft({ count, at, up }: WrongTries, now: Moment): number {
  const passed = now.up >= up ? now.up - up : Math.max(now.up, now.at - at);
  return Math.max(0, waitAfter(count) - passed);
}
