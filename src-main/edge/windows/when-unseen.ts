import { app } from 'electron';

/**
 * Tells each time that the last window has gone from sight. One that is kept unseen, to be there at once, is not open.
 *
 * @param isAnythingOpen is asked when whoever else listens has taken note
 */
export function whenUnseen(isAnythingOpen: () => boolean, listener: () => void): void {
  const look = (): void =>
    void setImmediate(() => {
      if (!isAnythingOpen()) listener();
    });
  app.on('browser-window-created', (_event, window) => {
    window.on('hide', look);
    window.once('closed', look);
  });
}
