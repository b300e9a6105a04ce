import type { CallName } from '#contract/contract';
import type { Failure } from '#contract/failure';
import type { Reply } from '#contract/wire';
import type { TrayAction } from './tray-menu';

interface Parts {
  /** Every call, checked as those of the window are (contract/wire.ts). Never rejects. */
  readonly ask: (name: CallName, input: unknown) => Promise<Reply>;
  readonly noteFailure: (failure: Failure | null) => void;
  readonly openQuickVerify: () => void;
  /** Shows the main window. */
  readonly openLatchkey: () => void;
  readonly quit: () => void;
}

/**
 * Does what an entry of the tray's menu says. A menu cannot say what went wrong: what fails opens the window, which
 * says it.
 */
export function trayActions(parts: Parts): (action: TrayAction) => Promise<void> {
  const { ask, noteFailure, openQuickVerify, openLatchkey, quit } = parts;

  /** Gives whether it was done. */
  const call = async (name: CallName, input: unknown): Promise<boolean> => {
    const reply = await ask(name, input);
    if (reply.ok) {
      noteFailure(null);
      return true;
    }
    // It runs already: the first click says what becomes of it.
    if (reply.failure.code === 'busy') return false;
    noteFailure(reply.failure);
    openLatchkey();
    return false;
  };

  return async (action) => {
    switch (action.do) {
      case 'quick-verify':
        openQuickVerify();
        break;
      case 'text-me-a-code':
        if (await call('requestCode', { accountId: action.accountId })) openQuickVerify();
        break;
      case 'copy-next-code':
        await call('useNextCode', { ledgerId: action.ledgerId });
        break;
      case 'select-account':
        await call('selectAccount', { accountId: action.accountId });
        break;
      case 'lock':
        await call('lock', {});
        break;
      case 'open':
        openLatchkey();
        break;
      case 'quit':
        quit();
        break;
    }
  };
}
