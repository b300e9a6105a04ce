import { AppError } from '#contract/errors';

/** Lets one task of a name run; a second one meanwhile is refused rather than queued, for it is a double click. */
export class OneAtATime {
  readonly #running = new Set<string>();

  /** @throws AppError `busy` when a task of that name runs; else whatever the task throws */
  async run<T>(name: string, task: () => Promise<T>): Promise<T> {
    if (this.#running.has(name)) throw new AppError('busy');
    this.#running.add(name);
    try {
      return await task();
    } finally {
      this.#running.delete(name);
    }
  }
}
