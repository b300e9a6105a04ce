import type { Clock } from '../../src-main/core/ports/clock';

/** A clock that stands still until it is moved, or waited on. */
export class FakeClock implements Clock {
  /** Every wait so far, in milliseconds. */
  readonly waits: number[] = [];
  readonly #tasks = new Set<{ readonly at: number; readonly run: () => void }>();
  #now = Date.UTC(2026, 0, 2, 3, 4, 5);
  #up = 3_600_000;

  now(): number {
    return this.#now;
  }

  upFor(): number {
    return this.#up;
  }

  /** Somebody sets the clock, forward or back: no time passes. */
  set(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** The computer is started anew. */
  reboot(): void {
    this.#up = 0;
  }

  /** Waits by moving the clock: nobody sleeps. */
  wait(milliseconds: number): Promise<void> {
    this.waits.push(milliseconds);
    this.pass(milliseconds);
    return Promise.resolve();
  }

  /** Moves on, or back with less than zero, which no time does that the computer itself counts. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    this.#up += Math.max(0, milliseconds);
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
