import { section } from '../catalogue';

/** What is printed on the keys that have no letter or digit on them, by their names in Electron. */
const names = {
  Control: 'Ctrl',
  Shift: 'Shift',
  Super: 'Super',
  Escape: 'Esc',
  Enter: 'Enter',
  Space: 'Space',
  Up: 'Up',
  Down: 'Down',
  Left: 'Left',
  Right: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
};

export const keyWords = section('keys', {
  mac: { ...names, CommandOrControl: 'Cmd', Command: 'Cmd', Alt: 'Option' },
  elsewhere: { ...names, CommandOrControl: 'Ctrl', Alt: 'Alt' },
  together: (keys: readonly string[]) => keys.join(' + '),
});
