const nothing = (): undefined => undefined;

/**
 * One task after the other, in the order in which they were asked for. A task that fails holds nobody up. What a task
 * gave or threw is its caller's alone: the queue waits for its end, and keeps nothing of it. A promise that was left
 * standing at the end of a queue held the vault's key in memory through a lock.
 */
export class InOrder {
  #last: Promise<undefined> = Promise.resolve(undefined);

  /** Runs a task when all before it have ended. It must not wait for another one of the same queue. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task);
    this.#last = done.then(nothing, nothing);
    return done;
  }

  /** Resolves when everything so far has ended. Never rejects. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
