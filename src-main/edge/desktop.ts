import { clipboard, nativeTheme } from 'electron';
import type { Desktop } from '../core/ports';
import { openLink } from './links';

/** The clipboard, the browser and the theme of the desktop that Latchkey runs on. */
export const electronDesktop: Desktop = {
  copy: async (text) => {
    await clipboard.writeText(text);
  },
  openLink,
  showTheme: (theme) => {
    nativeTheme.themeSource = theme;
  },
};
