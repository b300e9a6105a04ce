import type { Command } from '#contract/commands';
import type { News } from '#contract/contract';
import type { Lockable } from '../../state/lock/lockable.svelte';
import type { WindowState } from '../../state/window.svelte';

/**
 * Follows the menu, and Ctrl+/ by itself: on many keyboards that sign takes another key than the menu listens to. A
 * locked window goes nowhere.
 *
 * @param listen tells of what was chosen in the menu
 */
export function followCommands(
  lockable: Lockable<WindowState>,
  listen: (listener: (news: News<'command'>) => void) => void,
): void {
  const follow = (command: Command): void => {
    const { contents } = lockable;
    // A dialog keeps all else from being used; the sheet of shortcuts is there to try them.
    if (contents?.shortcutsShown || !document.querySelector('dialog[open]')) contents?.follow(command);
  };
  // The window was opened for it.
  if (location.hash === '#shortcuts') follow('shortcuts');
  listen(({ show }) => follow(show));
  window.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key !== '/' || altKey || !(ctrlKey || metaKey)) return;
    event.preventDefault();
    if (!event.repeat) follow('shortcuts');
  });
}
