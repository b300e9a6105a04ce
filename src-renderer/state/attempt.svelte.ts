import { AppError } from '#contract/errors';

/** Something that the user asked of main: whether it still runs, and how it failed the last time. */
export class Attempt {
  running = $state(false);
  failure = $state.raw<AppError | null>(null);

  /**
   * Runs one call at a time. What the window sees by itself, before it asks main, is thrown inside the call too.
   *
   * @returns undefined when another call runs already, or when this one failed: see `failure`.
   */
  async run<T extends object>(call: () => Promise<T>): Promise<T | undefined> {
    if (this.running) return undefined;
    this.running = true;
    this.failure = null;
    try {
      return await call();
    } catch (error) {
      this.failure = error instanceof AppError ? error : new AppError('bug', { reference: 'window' });
      return undefined;
    } finally {
      this.running = false;
    }
  }

  forget(): void {
    this.failure = null;
  }
}
