import type { QuickVerifyPort } from '../core/quick-verify-port';
import type { MainWindow } from './main-window';
import type { QuickVerifyWindow } from './quick-verify-window';
import { shortcutListener } from './shortcuts';

/** Quick verify as the core uses it. */
export function quickVerifyPort(quickVerify: QuickVerifyWindow, mainWindow: MainWindow): QuickVerifyPort {
  return {
    listenFor: shortcutListener(() => quickVerify.show()),
    close: () => quickVerify.close(),
    showLatchkey() {
      // Opened first: with nothing open Latchkey would quit.
      mainWindow.show();
      quickVerify.close();
    },
  };
}
