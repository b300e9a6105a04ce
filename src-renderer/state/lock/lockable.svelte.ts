import type { Backend } from '#contract/contract';
import type { Snapshot } from '#contract/snapshot';
import { Unlocking } from './unlocking.svelte';

/** The state of a window, as long as it may show anything. */
interface Contents {
  replaceSnapshot(snapshot: Snapshot): void;
}

/** A window that shows its contents, or, while Latchkey is locked, how to unlock it: then there are no contents. */
export class Lockable<T extends Contents> {
  snapshot = $state.raw() as Snapshot;
  contents = $state.raw<T | null>(null);
  unlocking = $state.raw() as Unlocking;

  readonly #backend: Backend;
  readonly #make: (snapshot: Snapshot) => T;
  readonly #leave: (contents: T) => void;

  /**
   * @param make makes the contents, at first and after each unlocking
   * @param leave has them forget what was typed and shown, before they are dropped
   */
  constructor(
    backend: Backend,
    first: Snapshot,
    make: (snapshot: Snapshot) => T,
    leave: (contents: T) => void,
  ) {
    this.#backend = backend;
    this.#make = make;
    this.#leave = leave;
    this.unlocking = new Unlocking(backend);
    this.replaceSnapshot(first);
  }

  replaceSnapshot(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    if (snapshot.lock.locked) {
      if (!this.contents) return;
      this.#leave(this.contents);
      this.contents = null;
      this.unlocking = new Unlocking(this.#backend);
    } else if (this.contents) this.contents.replaceSnapshot(snapshot);
    else {
      this.unlocking.leave();
      this.contents = this.#make(snapshot);
    }
  }
}
