import type { Leftovers } from '../../src-main/core/ports/leftovers';

/** Counts how often what a lock leaves was dropped, and how often the vault was closed by then. */
export class FakeLeftovers implements Leftovers {
  dropped = 0;
  cleared = 0;

  drop(closed: Promise<void>): void {
    this.dropped += 1;
    void closed.then(() => (this.cleared += 1));
  }
}
