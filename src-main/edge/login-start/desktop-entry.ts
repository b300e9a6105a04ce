import { labelWords } from '#words/labels';

/**
 * An entry for the autostart folder of a Linux desktop, in the form of the Desktop Entry Specification.
 *
 * @param command the program and its arguments
 * @throws Error when an argument cannot be written there: line breaks have no place in an entry
 */
export function autostartEntry(command: readonly string[]): string {
  const { name, comment } = labelWords.loginEntry;
  return `[Desktop Entry]
Type=Application
Name=${name}
Comment=${comment}
Exec=${execLine(command)}
Icon=latchkey
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
`;
}

/**
 * Whether a desktop follows an entry. Some desktops do not remove one that is switched off there, but mark it.
 *
 * @param text of the file
 */
export function isEntryOn(text: string): boolean {
  const keys = keysOf(text);
  return (
    Boolean(keys.get('Exec')) &&
    keys.get('Hidden') !== 'true' &&
    keys.get('X-GNOME-Autostart-enabled') !== 'false'
  );
}

/**
 * The program and the arguments that an entry of ours runs.
 *
 * @param text of the file
 * @returns null for one that is not written as `autostartEntry` writes it
 */
export function commandOf(text: string): string[] | null {
  const line = (keysOf(text).get('Exec') ?? '').replaceAll('%%', '%').replaceAll('\\\\', '\\');
  const quoted = /"((?:[^"\\]|\\.)*)"/g;
  const command = [...line.matchAll(quoted)].map(([, argument = '']) => argument.replace(/\\(.)/g, '$1'));
  return command.length > 0 && execLine(command) === keysOf(text).get('Exec') ? command : null;
}

function keysOf(text: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  let isOurs = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) isOurs = line.trim() === '[Desktop Entry]';
    const [, key, value] = /^([A-Za-z0-9-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (isOurs && key !== undefined && value !== undefined) keys.set(key, value);
  }
  return keys;
}

/** Every argument in quotes: the signs that need them are many, and quotes are always right. */
function execLine(command: readonly string[]): string {
  if (command.some((argument) => /[\n\r\0]/.test(argument))) throw new Error('no line for an entry');
  const quoted = command.map((argument) => `"${argument.replace(/["`$\\]/g, String.raw`\$&`)}"`);
  // Twice: a backslash is a sign of its own in every text of an entry, and % stands for what is opened.
  return quoted.join(' ').replaceAll('\\', '\\\\').replaceAll('%', '%%');
}
