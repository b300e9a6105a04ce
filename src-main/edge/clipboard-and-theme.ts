import { createHmac, randomBytes } from 'node:crypto';
import * as electron from 'electron';
import type { Desktop } from '../core/ports/shell/desktop';
import { copySecret } from './clipboard-marks';
import { openLink } from './links';

const { clipboard, nativeTheme } = electron;

const isWayland =
  process.platform === 'linux' &&
  (process.env['XDG_SESSION_TYPE'] === 'wayland' || process.env['WAYLAND_DISPLAY'] !== undefined);

/** By capability: an older Electron has no such class. */
const makeItem =
  'ClipboardItem' in electron
    ? (formats: Record<string, string | Blob>): electron.ClipboardItem => new electron.ClipboardItem(formats)
    : null;

/** Of this run alone, so that a fingerprint says nothing elsewhere. */
const fingerprintKey = randomBytes(32);

/** The clipboard, the browser and the theme of the desktop that Latchkey runs on. */
export const electronDesktop: Desktop = {
  copy: (secret) => copySecret(secret, clipboard, makeItem, process.platform),
  readClipboard: async () => clipboard.readText(),
  clearClipboard: () => clipboard.clear(),
  fingerprint: (text) => createHmac('sha256', fingerprintKey).update(text).digest('base64'),
  // There a program may have to own the window in front to touch the clipboard.
  clipboardClears: isWayland ? 'in-front' : 'always',
  openLink,
  showTheme: (theme) => {
    nativeTheme.themeSource = theme;
  },
};
