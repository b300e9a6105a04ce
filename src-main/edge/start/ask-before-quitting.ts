import { app, dialog } from 'electron';
import { windowWords } from '#words/outside/windows';
import type { App } from '../../core/app';

type Parts = Pick<App, 'isMakingCodes' | 'onSnapshot'> & {
  /** Shows what goes on. */
  readonly show: () => void;
};

/**
 * Asks before Latchkey quits while a service is making new recovery codes: the old ones may be void then, and nobody has
 * seen the new ones. When they are there the question goes away, and Latchkey stays open to show them.
 */
export function askBeforeQuitting({ isMakingCodes, onSnapshot, show }: Parts): void {
  let asking = false;
  let agreed = false;

  const ask = async (): Promise<void> => {
    const noLonger = new AbortController();
    const stop = onSnapshot(() => isMakingCodes() || noLonger.abort());
    const box = dialog.showMessageBox({
      type: 'question',
      title: windowWords.main,
      message: windowWords.quitting.message,
      detail: windowWords.quitting.detail,
      buttons: [windowWords.quitting.stay, windowWords.quitting.quit],
      defaultId: 0,
      cancelId: 0,
      signal: noLonger.signal,
    });
    // Where nothing can be asked, nobody may be kept from quitting.
    agreed = await box.then(
      ({ response }) => response === 1,
      () => true,
    );
    stop();
    asking = false;
    if (agreed) app.quit();
    else show();
  };

  app.on('before-quit', (event) => {
    if (agreed || !isMakingCodes()) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void ask();
  });
}
