import { globalShortcut } from 'electron';

/**
 * Listens for one key combination at a time, from every program.
 *
 * @param pressed is told of it
 * @returns a function that takes a combination in Electron's words, or null for none, in place of the last one. It
 * gives whether that worked; when not, none is listened to.
 */
export function shortcutListener(pressed: () => void): (shortcut: string | null) => boolean {
  return (shortcut) => {
    globalShortcut.unregisterAll();
    return shortcut === null || registered(shortcut, pressed);
  };
}

function registered(shortcut: string, pressed: () => void): boolean {
  try {
    return globalShortcut.register(shortcut, pressed);
  } catch {
    // A key that this keyboard or this Electron does not have.
    return false;
  }
}
