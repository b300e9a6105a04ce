import type { KeychainBackend, Snapshot } from '#contract/snapshot';
import { limits } from '#contract/limits';

/** What closing the window does, to be chosen where there is a tray. */
export const closeToTrayWords = (backend: KeychainBackend): string =>
  backend === 'macos-keychain'
    ? 'Stay in the menu bar when the window is closed'
    : 'Stay in the tray when the window is closed';

export const noTrayWords = 'This desktop shows no tray, so closing the last window quits Latchkey.';

/** What becomes of a secret on the clipboard, and what Latchkey cannot do about it. */
export function clipboardWords(clears: Snapshot['desktop']['clipboardClears']): string {
  const promise =
    `Recovery codes and session tokens that you copy are cleared from the clipboard after ${limits.clipboard / 1000} ` +
    'seconds and when you quit, unless you copied something else since. A clipboard manager may keep its own copy.';
  if (clears === 'always') return promise;
  return (
    `${promise} This desktop runs on Wayland, which may keep Latchkey from the clipboard while its window is in the ` +
    'background: copy something else to be sure.'
  );
}
