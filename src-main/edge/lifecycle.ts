import { app, BrowserWindow } from 'electron';

/**
 * Runs Latchkey once per profile: a second start shows the first one's window and ends.
 *
 * @param prepare is run when Electron is ready, before the first window
 * @param open opens the main window
 */
export function runOnce(prepare: () => void, open: () => BrowserWindow): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const show = (): void => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) open();
    else {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    }
  };
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Not awaited at the top level of main.ts: `ready` itself waits for that module to end.
  void app.whenReady().then(() => {
    prepare();
    open();
  });
}
