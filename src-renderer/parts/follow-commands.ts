import type { News } from '#contract/contract';
import type { WindowState } from '../state/window.svelte';

/**
 * Follows the menu, and Ctrl+/ by itself: on many keyboards that sign takes another key than the menu listens to.
 *
 * @param listen tells of what was chosen in the menu
 */
export function followCommands(
  latchkey: WindowState,
  listen: (listener: (news: News<'command'>) => void) => void,
): void {
  // The window was opened for it.
  if (location.hash === '#shortcuts') latchkey.follow('shortcuts');
  listen(({ show }) => {
    // A dialog keeps all else from being used; the sheet of shortcuts is there to try them.
    if (latchkey.shortcutsShown || !document.querySelector('dialog[open]')) latchkey.follow(show);
  });
  window.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key !== '/' || altKey || !(ctrlKey || metaKey)) return;
    event.preventDefault();
    if (event.repeat) return;
    if (latchkey.shortcutsShown || !document.querySelector('dialog[open]')) latchkey.follow('shortcuts');
  });
}
