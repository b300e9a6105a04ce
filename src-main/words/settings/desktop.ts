import type { NoticeKind } from '#contract/notifications';
import type { Theme } from '#contract/snapshot';
import { section } from '../catalogue';
import { strong } from '../rich';

const cleared = (seconds: number): string =>
  `Recovery codes and session tokens that you copy are cleared from the clipboard after ${seconds} seconds and when you quit, unless you copied something else since. A clipboard manager may keep its own copy.`;

/** How Latchkey behaves on the desktop, in the settings. */
export const desktopWords = section('desktop', {
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' } satisfies Record<Theme, string>,

  /** What closing the window does, to be chosen where there is a tray. */
  closing: {
    menuBar: 'Stay in the menu bar when the window is closed',
    tray: 'Stay in the tray when the window is closed',
    noTray: 'This desktop shows no tray, so closing the last window quits Latchkey.',
  },
  /** What becomes of a secret on the clipboard, and what Latchkey cannot do about it. */
  clipboard: {
    always: (seconds: number) => cleared(seconds),
    onWayland: (seconds: number) =>
      `${cleared(seconds)} This desktop runs on Wayland, which may keep Latchkey from the clipboard while its window is in the background: copy something else to be sure.`,
  },

  startAtLogin: 'Start Latchkey when you log in',
  /** What goes with starting at login, on this system and as it is now. */
  starting: {
    unknown: 'Latchkey could not find out whether it starts at login.',
    impossible: 'Latchkey cannot set this from where it runs. The settings of your desktop may be able to.',
    needsApproval: 'macOS waits for you: allow Latchkey in System Settings, under General, Login Items.',
    menuBar: 'It starts without a window, in the menu bar.',
    tray: 'It starts without a window, in the tray.',
    noTray:
      'It starts without a window. With no tray to find it in, the window comes to the taskbar after a minute.',
    autostartTray:
      'It starts without a window, in the tray. Most desktops start what is in the autostart folder; a bare window manager may not.',
    autostartNoTray:
      'It starts without a window. With no tray to find it in, the window comes to the taskbar after a minute. Most desktops start what is in the autostart folder; a bare window manager may not.',
  },

  notifyWhen: 'Notify me when',
  /** What each notification is about, to be ticked. */
  notices: {
    codeSent: 'A code was sent, while no window of Latchkey is in front',
    fewCodes: 'Three recovery codes are left, and the last one',
    backupTrouble: 'A backup could not be written, or is not as Latchkey wrote it',
    backupUnchecked: 'No backup was checked for 90 days',
  } satisfies Record<NoticeKind, string>,
  /** What a notification shows and what it never does. */
  noticePromise:
    'A notification may show the label of an account. It never shows a code, a phone number or a token.',

  shortcut: {
    title: 'Shortcut for quick verify',
    off: 'Off',
    reset: 'Reset',
    about:
      'It opens the small window for a code from any program. To change it, go into the field and press the keys.',
    bindYourself: [
      'Where the desktop gives no shortcuts to programs, bind ',
      strong('latchkey --quick-verify'),
      ' to keys in its own settings.',
    ],
    staysOff: (refused: string) => `${refused} was not set. The shortcut stays off.`,
    stays: (refused: string, shortcut: string) => `${refused} was not set. It stays ${shortcut}.`,
    taken: (shortcut: string) =>
      `${shortcut} does not open quick verify: most likely another program holds it. Choose another one, or end that program and press the keys here again.`,
  },
  keyboard: 'Everything in Latchkey can be done from the keyboard.',
  showShortcuts: 'Show all shortcuts',
});
