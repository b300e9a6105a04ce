import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import { shortcut as shortcutSchema } from '#contract/shortcut';
import * as v from 'valibot';
import { offeredCode } from './offered-code';
import type { Desktop } from '../ports/desktop';
import type { QuickVerify } from '../ports/quick-verify';
import type { State } from '../state/state';

interface Parts {
  readonly state: State;
  readonly quickVerify: QuickVerify;
}

interface AllParts extends Parts {
  readonly desktop: Desktop;
}

type Calls = Pick<Backend, 'offerClipboardCode' | 'closeQuickVerify' | 'showLatchkey' | 'setShortcut'>;

/** The small window and what opens it. */
export function quickVerifyCalls({ state, quickVerify, desktop }: AllParts): Calls {
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
    async setShortcut({ shortcut }) {
      const wanted = shortcut === '' ? null : shortcut;
      if (wanted !== null && !v.is(shortcutSchema, wanted)) throw new AppError('shortcut-invalid');
      const before = state.settings.desktop.shortcut;
      if (!quickVerify.listenFor(wanted)) {
        holdShortcut({ state, quickVerify });
        throw new AppError('shortcut-taken');
      }
      try {
        await state.change((settings) => ({
          ...settings,
          desktop: { ...settings.desktop, shortcut: wanted },
        }));
      } catch (error) {
        quickVerify.listenFor(before);
        throw error;
      }
      foundShortcut(state, false);
      return {};
    },
  };
}

/** Takes the shortcut of the settings; when another program holds it, the snapshot says so. */
export function holdShortcut({ state, quickVerify }: Parts): void {
  foundShortcut(state, !quickVerify.listenFor(state.settings.desktop.shortcut));
}

function foundShortcut(state: State, taken: boolean): void {
  if (state.shortcutTaken === taken) return;
  state.shortcutTaken = taken;
  state.announce();
}
