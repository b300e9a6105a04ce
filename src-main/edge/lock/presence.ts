import { systemPreferences } from 'electron';
import { dialogWords } from '#words/outside/dialogs';
import type { Presence } from '../../core/ports/shell/presence';

const hasTouchId = process.platform === 'darwin' && systemPreferences.canPromptTouchID();

/** Touch ID where this Mac has it; no other system lets Electron ask who is there. */
export const systemPresence: Presence = {
  by: hasTouchId ? 'touch-id' : 'nothing',
  confirm: () =>
    systemPreferences.promptTouchID(dialogWords.touchId).then(
      () => true,
      () => false,
    ),
};
