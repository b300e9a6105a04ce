import type { Clock } from '../../ports/clock';
import type { State } from '../../state/state';
import type { Backups } from './backups';

/** Milliseconds between two looks while something is wrong: a stick that is back soon has its backup. */
const soon = 15 * 60_000;
/** While all is well, every so manieth of these moments is enough to see what others did to the folders. */
const turnsWhileWell = 4;

interface Parts {
  readonly state: State;
  readonly backups: Backups;
  readonly clock: Clock;
}

/**
 * Looks at the backup folders now and then, for in the tray nobody else does. By the count of moments rather than by the
 * time of day: a clock that is set must neither hold it up nor hurry it.
 */
export class FolderWatch {
  readonly #parts: Parts;
  #turns = 0;
  #callOff: (() => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Begins, unless it has. */
  start(): void {
    if (this.#callOff) return;
    this.#wait();
  }

  /** Looks at once, unless Latchkey is locked: unlocking looks by itself. */
  look(): void {
    this.#turns = 0;
    const { state, backups } = this.#parts;
    if (!state.locked) void backups.look();
  }

  #wait(): void {
    this.#callOff = this.#parts.clock.after(soon, () => {
      this.#turns += 1;
      if (this.#isWrong || this.#turns >= turnsWhileWell) this.look();
      this.#wait();
    });
  }

  get #isWrong(): boolean {
    return (this.#parts.backups.summary?.folders ?? []).some(({ health }) => health !== 'current');
  }
}
