import type { MenuItemConstructorOptions } from 'electron';
import { type Command, shortcuts } from '#contract/commands';
import { menuWords } from '#words/outside/menu';

export interface MenuParts {
  readonly platform: NodeJS.Platform;
  /** What only those who work on Latchkey need is left out. */
  readonly isPackaged: boolean;
  /** Shows the main window, and there what was chosen. */
  readonly show: (what: Command) => void;
  readonly openQuickVerify: () => void;
  readonly lock: () => void;
}

const line: MenuItemConstructorOptions = { type: 'separator' };

/** What Electron does by itself, in Latchkey's words: Electron's own are English in every language. */
const does = (role: keyof typeof menuWords.roles): MenuItemConstructorOptions => ({
  role,
  label: menuWords.roles[role],
});

/** The menu of the application: on macOS on top of the screen, elsewhere hidden in the window until Alt is pressed. */
export function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const isMac = parts.platform === 'darwin';
  return [
    ...(isMac ? [appMenu(parts)] : []),
    { label: menuWords.file, submenu: isMac ? [quickVerify(parts), line, close(parts)] : fileMenu(parts) },
    { label: menuWords.edit, submenu: editMenu() },
    { label: menuWords.view, submenu: viewMenu(parts) },
    // macOS lists the windows in it, by their titles.
    { label: menuWords.window, role: 'window', submenu: windowMenu(isMac) },
    { label: menuWords.help, role: 'help', submenu: [keyboardShortcuts(parts)] },
  ];
}

const close = ({ platform }: MenuParts): MenuItemConstructorOptions => ({
  role: 'close',
  label: menuWords.close[platform === 'darwin' ? 'mac' : 'elsewhere'],
  accelerator: shortcuts.close[0],
});

const settings = ({ show }: MenuParts): MenuItemConstructorOptions => ({
  label: menuWords.settings,
  accelerator: shortcuts.settings[1],
  click: () => show('settings'),
});

const quickVerify = ({ openQuickVerify }: MenuParts): MenuItemConstructorOptions => ({
  label: menuWords.quickVerify,
  click: openQuickVerify,
});

const lock = (parts: MenuParts): MenuItemConstructorOptions => ({
  label: menuWords.lock,
  accelerator: shortcuts.lock[0],
  click: parts.lock,
});

/** The window listens to the keys by itself (parts/follow-commands.ts). */
const keyboardShortcuts = ({ show }: MenuParts): MenuItemConstructorOptions => ({
  label: menuWords.keyboardShortcuts,
  accelerator: shortcuts.shortcuts[0],
  registerAccelerator: false,
  click: () => show('shortcuts'),
});

/** macOS names the menu itself by the program, and names and fills the one of the services: neither is for a catalogue. */
const appMenu = (parts: MenuParts): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    does('about'),
    line,
    settings(parts),
    lock(parts),
    line,
    { role: 'services' },
    line,
    does('hide'),
    does('hideOthers'),
    does('unhide'),
    line,
    { role: 'quit', label: menuWords.quit.mac },
  ],
});

const fileMenu = (parts: MenuParts): MenuItemConstructorOptions[] => [
  quickVerify(parts),
  settings(parts),
  lock(parts),
  line,
  close(parts),
  {
    role: 'quit',
    label: menuWords.quit[parts.platform === 'win32' ? 'windows' : 'linux'],
    // On Windows the role has no keys of its own.
    accelerator: shortcuts.quit[0],
  },
];

/** Without these roles macOS neither copies nor pastes in a field. */
const editMenu = (): MenuItemConstructorOptions[] => [
  does('undo'),
  does('redo'),
  line,
  does('cut'),
  does('copy'),
  does('paste'),
  does('selectAll'),
];

function viewMenu({ show, isPackaged }: MenuParts): MenuItemConstructorOptions[] {
  const screen = (what: Exclude<Command, 'shortcuts'>): MenuItemConstructorOptions => ({
    label: menuWords.screens[what],
    accelerator: shortcuts[what][0],
    click: () => show(what),
  });
  return [
    screen('verify'),
    screen('recovery-codes'),
    screen('backups'),
    screen('settings'),
    line,
    { ...does('zoomIn'), accelerator: shortcuts.zoomIn[0] },
    // The same key without Shift.
    {
      ...does('zoomIn'),
      accelerator: 'CommandOrControl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
    },
    { ...does('zoomOut'), accelerator: shortcuts.zoomOut[0] },
    { ...does('resetZoom'), accelerator: shortcuts.resetZoom[0] },
    line,
    does('togglefullscreen'),
    ...(isPackaged ? [] : [line, does('reload'), does('toggleDevTools')]),
  ];
}

const windowMenu = (isMac: boolean): MenuItemConstructorOptions[] =>
  isMac ? [does('minimize'), does('zoom'), line, does('front')] : [does('minimize')];
