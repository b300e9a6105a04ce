import { app } from 'electron';

/** A quit is not held up for longer, whatever hangs. */
const patience = 1_000;

/**
 * Does something right before Latchkey ends, however it was told to.
 *
 * @param isNeeded when not, the end is not held up at all
 */
export function beforeTheEnd(isNeeded: () => boolean, task: () => Promise<unknown>): void {
  let done = false;
  app.on('will-quit', (event) => {
    if (done || !isNeeded()) return;
    event.preventDefault();
    const end = (): void => {
      if (done) return;
      done = true;
      // Not from within the quit that is held up here: Electron would forget the second one.
      setImmediate(() => app.quit());
    };
    setTimeout(end, patience);
    task().then(end, end);
  });
}
