import type { Clock } from '../ports/clock';
import type { Random } from '../ports/random';
import { stamped } from './content';
import { type Found, isFirst, type VaultContents } from './vault-contents';

interface Parts {
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
}

/** What each write of the vault is marked with: a number that is higher than any before it (see WriteCount), and a stamp. */
export class WriteMarks {
  readonly #parts: Parts;
  #leastWrites = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A vault begins where nothing is: from the milliseconds of the clock, to which no vault before it has come by its writes. */
  beginAnew(): void {
    this.#leastWrites = this.#parts.clock.now();
  }

  /** @param isLastGood what was opened is the last good version, one write behind the file that was damaged */
  goOn(found: Found | null, isLastGood: boolean): void {
    if (found === null) this.beginAnew();
    else this.#leastWrites = isLastGood && !isFirst(found) ? found.local.writes + 1 : 0;
  }

  /** Marked as what is written after another, with another stamp where backups would hold something else. */
  mark(before: VaultContents, next: VaultContents): VaultContents {
    const { store, local } = stamped(before, next, this.#parts.random);
    const writes = Math.max(local.writes, before.local.writes, this.#leastWrites) + 1;
    return { store, local: { ...local, writes } };
  }
}
