import type { Random } from '../../src-main/core/ports/random';

/** Counts instead of throwing dice: every value is new and known. */
export class FakeRandom implements Random {
  /** What the next jitter is. */
  jitter = 0.5;
  #count: number;

  /** @param start where counting begins, so that two of them give different values */
  constructor(start = 0) {
    this.#count = start;
  }

  uuid(): string {
    return `00000000-0000-4000-8000-${this.#next(12)}`;
  }

  hex(bytes: number): string {
    return this.#next(bytes * 2);
  }

  fraction(): number {
    return this.jitter;
  }

  #next(digits: number): string {
    this.#count += 1;
    return this.#count.toString(16).padStart(digits, '0');
  }
}
