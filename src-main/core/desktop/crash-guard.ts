/** So many crashes in so many milliseconds are no accident. */
const most = 3;
const span = 60_000;

/** Says whether a process that crashed is brought back, so that one that always crashes does not do so for ever. */
export class CrashGuard {
  #crashes: number[] = [];

  /**
   * Notes a crash.
   *
   * @param now epoch milliseconds
   * @returns false with the third one in a minute
   */
  mayReturn(now: number): boolean {
    this.#crashes = [...this.#crashes.filter((at) => now - at < span), now];
    return this.#crashes.length < most;
  }

  /** Somebody wants to try again. */
  forget(): void {
    this.#crashes = [];
  }
}
