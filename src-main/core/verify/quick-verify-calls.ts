import type { QuickVerifyCalls } from '#contract/calls/quick-verify';
import type { Desktop } from '../ports/shell/desktop';
import type { QuickVerify } from '../ports/shell/quick-verify';
import { offeredCode } from './offered-code';

interface Parts {
  readonly quickVerify: QuickVerify;
  readonly desktop: Desktop;
}

/** What the small window asks beside the code. */
export function quickVerifyCalls({ quickVerify, desktop }: Parts): QuickVerifyCalls {
  return {
    async offerClipboardCode() {
      const code = offeredCode(await desktop.readClipboard());
      return { code, byLink: quickVerify.openedByLink };
    },
    closeQuickVerify() {
      quickVerify.close();
      return Promise.resolve({});
    },
    showLatchkey() {
      quickVerify.showLatchkey();
      return Promise.resolve({});
    },
  };
}
