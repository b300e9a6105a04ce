import { clipboard, nativeTheme } from 'electron';
import type { Desktop } from '../core/ports';
import { openLink } from './links';

const isWayland =
  process.platform === 'linux' &&
  (process.env['XDG_SESSION_TYPE'] === 'wayland' || process.env['WAYLAND_DISPLAY'] !== undefined);

/** The clipboard, the browser and the theme of the desktop that Latchkey runs on. */
export const electronDesktop: Desktop = {
  copy: async (text) => {
    await clipboard.writeText(text);
  },
  readClipboard: async () => clipboard.readText(),
  clearClipboard: () => clipboard.clear(),
  // There a program may have to own the window in front to touch the clipboard.
  clipboardClears: isWayland ? 'in-front' : 'always',
  openLink,
  showTheme: (theme) => {
    nativeTheme.themeSource = theme;
  },
};
