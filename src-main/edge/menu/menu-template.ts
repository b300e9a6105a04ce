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

/** The menu of the application: on macOS on top of the screen, elsewhere hidden in the window until Alt is pressed. */
export function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const isMac = parts.platform === 'darwin';
  return [
    ...(isMac ? [appMenu(parts)] : []),
    { label: menuWords.file, submenu: isMac ? [quickVerify(parts), line, close] : fileMenu(parts) },
    { label: menuWords.edit, submenu: editMenu },
    { label: menuWords.view, submenu: viewMenu(parts) },
    { label: menuWords.window, role: 'window', submenu: windowMenu(isMac) },
    { label: menuWords.help, role: 'help', submenu: [keyboardShortcuts(parts)] },
  ];
}

const close: MenuItemConstructorOptions = { role: 'close', accelerator: shortcuts.close[0] };

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

const appMenu = (parts: MenuParts): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    { role: 'about' },
    line,
    settings(parts),
    lock(parts),
    line,
    { role: 'services' },
    line,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    line,
    { role: 'quit' },
  ],
});

const fileMenu = (parts: MenuParts): MenuItemConstructorOptions[] => [
  quickVerify(parts),
  settings(parts),
  lock(parts),
  line,
  close,
  // On Windows the role has no keys of its own.
  { role: 'quit', accelerator: shortcuts.quit[0] },
];

/** Without these roles macOS neither copies nor pastes in a field. */
const editMenu: MenuItemConstructorOptions[] = [
  { role: 'undo' },
  { role: 'redo' },
  line,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
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
    { role: 'zoomIn', accelerator: shortcuts.zoomIn[0] },
    // The same key without Shift.
    { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false, acceleratorWorksWhenHidden: true },
    { role: 'zoomOut', accelerator: shortcuts.zoomOut[0] },
    { role: 'resetZoom', accelerator: shortcuts.resetZoom[0] },
    line,
    { role: 'togglefullscreen' },
    ...(isPackaged ? [] : [line, { role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
  ];
}

const windowMenu = (isMac: boolean): MenuItemConstructorOptions[] =>
  isMac ? [{ role: 'minimize' }, { role: 'zoom' }, line, { role: 'front' }] : [{ role: 'minimize' }];
