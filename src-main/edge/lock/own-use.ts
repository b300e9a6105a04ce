import { app, type WebContents, webContents } from 'electron';

/**
 * Notes when somebody last used one of our own windows, by key, mouse or touch, or by going to it. Main sees that itself:
 * no page can pretend it.
 *
 * @returns for how many seconds nobody did
 */
export function watchOwnUse(): () => number {
  let used = performance.now();
  const note = (): void => {
    used = performance.now();
  };
  const watch = (contents: WebContents): void => void contents.on('input-event', note);
  webContents.getAllWebContents().forEach(watch);
  app.on('web-contents-created', (_event, contents) => watch(contents));
  app.on('browser-window-focus', note);
  return () => (performance.now() - used) / 1000;
}
