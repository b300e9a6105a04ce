import type { QuickVerify } from '../../core/ports/shell/quick-verify';
import { shortcutListener } from '../menu/shortcuts';
import type { Windows } from './windows';

/** Quick verify as the core uses it. */
export function quickVerifyPort({ main, quickVerify }: Windows): QuickVerify {
  return {
    listenFor: shortcutListener(() => quickVerify.show()),
    get openedByLink() {
      return quickVerify.openedByLink;
    },
    close: () => quickVerify.close(),
    showLatchkey() {
      // Opened first: with nothing open Latchkey would quit.
      main.show();
      quickVerify.close();
    },
  };
}
