import type { Clock } from '../../src-main/core/ports';

/** A clock that stands still until it is moved, or waited on. */
export class FakeClock implements Clock {
  /** Every wait so far, in milliseconds. */
  readonly waits: number[] = [];
  readonly #tasks = new Set<{ readonly at: number; readonly run: () => void }>();
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
    for (const task of [...this.#tasks]) {
      if (task.at > this.#now) continue;
      this.#tasks.delete(task);
      task.run();
    }
  }

  after(milliseconds: number, run: () => void): () => void {
    const task = { at: this.#now + milliseconds, run };
    this.#tasks.add(task);
    return () => void this.#tasks.delete(task);
  }
}
