import type { Clock } from '../ports/clock';

/**
 * Resolves when a task has ended, however it did, or when the time for it is over: what hangs goes on hanging, and holds
 * nobody up. Never rejects.
 *
 * @param milliseconds how long the task is waited for
 */
export function waitAtMost(
  clock: Pick<Clock, 'after'>,
  milliseconds: number,
  task: Promise<unknown>,
): Promise<void> {
  return new Promise((resolve) => {
    const stop = clock.after(milliseconds, resolve);
    const end = (): void => {
      stop();
      resolve();
    };
    task.then(end, end);
  });
}
