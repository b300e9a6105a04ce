import type { Clock } from '../../src-main/core/ports';

/** A clock that stands still until it is moved, or waited on. */
export class FakeClock implements Clock {
  /** Every wait so far, in milliseconds. */
  readonly waits: number[] = [];
  #now = Date.UTC(2026, 0, 2, 3, 4, 5);

  now(): number {
    return this.#now;
  }

  /** Waits by moving the clock: nobody sleeps. */
  wait(milliseconds: number): Promise<void> {
    this.waits.push(milliseconds);
    this.pass(milliseconds);
    return Promise.resolve();
  }

  /** Moves on, or back with less than zero. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
