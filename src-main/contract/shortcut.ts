import * as v from 'valibot';
import { limits } from './limits';

/** What opens quick verify from anywhere until somebody chooses another: Ctrl+Shift+L, on a Mac Cmd+Shift+L. */
export const usualShortcut = 'CommandOrControl+Shift+L';

const held = '(?:CommandOrControl|Command|Control|Alt|Super)';
const functionKey = String.raw`F(?:[1-9]|1\d|2[0-4])`;
const key = `(?:[A-Z0-9]|${functionKey}|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert)`;

/**
 * A key combination in Electron's words, such as `Control+Alt+K`. It needs a modifier other than Shift, or a function
 * key: a bare letter would be taken away from every other program.
 */
export const shortcut = v.pipe(
  v.string(),
  v.maxLength(limits.shortcut),
  v.regex(new RegExp(String.raw`^(?:(?:${held}\+)+(?:Shift\+)?${key}|(?:Shift\+)?${functionKey})$`)),
);
