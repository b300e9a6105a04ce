import { section } from '../catalogue';

/** The sheet of all shortcuts. */
export const shortcutSheetWords = section('shortcut-sheet', {
  title: 'Keyboard shortcuts',
  or: 'or',
  off: 'Off',

  sheet: 'This sheet',

  codes: 'Codes',
  quickVerify: 'Quick verify, anywhere',
  verifyTyped: 'Verify what was typed',
  search: 'Search the other codes',
  close: 'Close quick verify or a dialog',

  window: 'Window',
  larger: 'Larger',
  smaller: 'Smaller',
  usualSize: 'Usual size',
  fullScreen: 'Full screen',
  lock: 'Lock Latchkey',
  closeWindow: 'Close the window',
  quit: 'Quit Latchkey',
});
