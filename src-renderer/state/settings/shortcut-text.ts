import { keyWords } from '#words/settings/keys';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** Keys with names of their own, by KeyboardEvent.code. */
const named: Readonly<Record<string, string>> = {
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
};

/** As the keyboard is labeled; where Alt or Shift turn the key into a sign, as the key lies on a plain keyboard. */
function keyOf({ key, code }: Pressed): string | null {
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  if (/^F\d{1,2}$/.test(code)) return code;
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? named[code] ?? null;
}

/**
 * A key combination in Electron's words (#contract/shortcut).
 *
 * @returns null for modifiers alone, and for keys that the field itself needs, such as Tab
 */
export function shortcutOf(pressed: Pressed, isMac: boolean): string | null {
  const key = keyOf(pressed);
  const { ctrlKey, altKey, metaKey, shiftKey } = pressed;
  const isBare = !ctrlKey && !altKey && !metaKey;
  if (key === null || (isBare && key in keysOfTheField)) return null;
  const held = [
    ctrlKey && (isMac ? 'Control' : 'CommandOrControl'),
    metaKey && (isMac ? 'CommandOrControl' : 'Super'),
    altKey && 'Alt',
    shiftKey && 'Shift',
  ];
  return [...held.filter((modifier) => modifier !== false), key].join('+');
}

/** By themselves these move about or scroll. */
const keysOfTheField = Object.fromEntries(Object.values(named).map((key) => [key, true]));

/** "Ctrl + Shift + L" */
export function shortcutInWords(shortcut: string, isMac: boolean): string {
  const names: Readonly<Record<string, string>> = isMac ? keyWords.mac : keyWords.elsewhere;
  return keyWords.together(shortcut.split('+').map((key) => names[key] ?? key));
}
