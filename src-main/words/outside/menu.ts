import { section } from '../catalogue';

/** The menu of the application. The letter after an ampersand is the one that opens a menu together with Alt. */
export const menuWords = section('menu', {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  window: '&Window',
  help: '&Help',
  settings: 'Settings…',
  quickVerify: 'Quick verify',
  lock: 'Lock',
  keyboardShortcuts: 'Keyboard shortcuts',
  screens: {
    verify: 'Verify',
    'recovery-codes': 'Recovery codes',
    backups: 'Backups',
    settings: 'Settings',
  },

  /** What the system or Electron does by itself, by Electron's name for it, in the words that they have for it. */
  roles: {
    about: 'About Latchkey',
    hide: 'Hide Latchkey',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    resetZoom: 'Actual Size',
    togglefullscreen: 'Toggle Full Screen',
    reload: 'Reload',
    toggleDevTools: 'Toggle Developer Tools',
    minimize: 'Minimize',
    zoom: 'Zoom',
    front: 'Bring All to Front',
  },
  /** Each system has its own word for these. */
  close: { mac: 'Close Window', elsewhere: 'Close' },
  quit: { mac: 'Quit Latchkey', windows: 'Exit', linux: 'Quit' },
});
