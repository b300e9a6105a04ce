import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLineWords } from '#words/outside/command-line';
import { testLanguages } from '#words/pseudo';

/**
 * What a start shows: the main window, quick verify (and whether a link asked for it, which any web page can open),
 * nothing at all, or the main window with a file to restore from.
 */
export const wishes = ['window', 'quick-verify', 'quick-verify-by-link', 'nothing', 'restore'] as const;
export type Wish = (typeof wishes)[number];

export interface CommandLine {
  /** Where settings, logs and Chromium's files go; null for the system's usual place. */
  readonly profileDir: string | null;
  readonly wish: Wish;
  /** The absolute path of a sealed file, with the wish to restore; else null. Nothing is known of it but its name. */
  readonly file: string | null;
  /** To be said on standard output, and nothing else done. */
  readonly ask: 'help' | 'version' | null;
}

/** The link that opens quick verify, from a browser or a note. */
const quickVerifyLink = 'latchkey://quick-verify';

/** What `--help` says. */
export const help = (): string => commandLineWords.help(quickVerifyLink);

/**
 * Families of Chromium's, Electron's and Node's own switches. There are well over a thousand, so that a list of them
 * would never be whole; what is mistyped of ours begins like none of these. The last one comes from the macOS Finder.
 */
const foreign =
  /^--(?:(?:no|disable|enable|allow|force|use|ozone|gtk|remote|inspect|log|trace|js|proxy|host|auth|lang|password|gpu|in-process|single-process|user-data|crash|field-trial|ignore|test|mute|high-dpi|device-scale|unsafely|class|name|type|vmodule|stack|max|expose|original-process|autoplay|blink|touch|top-chrome|wayland|x11|ssl|disk|default|headless)(?:[-=]|$)|v(?:=|$)|v8-|noerrdialogs$)|^-psn_/;

const isFlag = (arg: string): boolean => arg.startsWith('-');

/**
 * Switches of Chromium's that take the walls away between a page and the rest of the computer, or between one page and
 * another. People are told to try them when a program does not start, and would never learn what that means.
 * `--remote-debugging-port` and its like are not among them: who can start programs here reads what we read anyway, and
 * the very program that ships is tested by it.
 */
const unsafe = [
  ...['no-sandbox', 'disable-namespace-sandbox', 'disable-setuid-sandbox', 'disable-seccomp-filter-sandbox'],
  ...['no-zygote', 'no-zygote-sandbox', 'single-process', 'disable-web-security'],
];

/**
 * Why a start is refused for the switches that it was given: null where it is not. Root cannot start Chromium with its
 * sandbox, and who runs Latchkey from its sources knows what they do.
 */
export function refusedForSwitches(
  has: (name: string) => boolean,
  { isPackaged, isRoot }: { readonly isPackaged: boolean; readonly isRoot: boolean },
): string | null {
  const found = isPackaged && !isRoot ? unsafe.find(has) : undefined;
  if (found === undefined) return null;
  return commandLineWords.unsafe(`--${found}`);
}

/**
 * The language that `--words=` asks for, for those who run Latchkey from its sources. `--help` does not know it.
 *
 * @returns its name in words/pseudo.ts, or null, and the other arguments
 */
export function takeLanguage(args: readonly string[]): {
  readonly language: string | null;
  readonly others: readonly string[];
} {
  const asked = Object.keys(testLanguages).find((name) => args.includes(`--words=${name}`)) ?? null;
  return { language: asked, others: args.filter((arg) => asked === null || arg !== `--words=${asked}`) };
}

/** Whether a link is the one that opens quick verify. Nothing of it is read but that. */
export const isQuickVerifyLink = (link: string): boolean =>
  /^latchkey:\/\/quick-verify(?:[/?#]|$)/i.test(link);

/**
 * Reads Latchkey's own arguments; Chromium's and Electron's switches are none of its business.
 *
 * @param args what follows the program, and the app's folder where Electron was given one
 * @throws Error with a sentence for the person when `--profile-dir` names no folder, or an argument is unknown
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  let read: CommandLine = { profileDir: null, wish: 'window', file: null, ask: null };
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--profile-dir') read = { ...read, profileDir: folder(args[(index += 1)] ?? '') };
    else if (arg.startsWith('--profile-dir='))
      read = { ...read, profileDir: folder(arg.slice('--profile-dir='.length)) };
    else if (arg === '--quick-verify') read = wishing(read, 'quick-verify');
    else if (isQuickVerifyLink(arg)) read = wishing(read, 'quick-verify-by-link');
    else if (arg === '--hidden') read = wishing(read, read.wish === 'window' ? 'nothing' : read.wish);
    else if (arg === '--help' || arg === '-h') read = { ...read, ask: 'help' };
    else if (arg === '--version') read = { ...read, ask: 'version' };
    else if (sealedFile(arg) !== null) read = { ...read, wish: 'restore', file: sealedFile(arg) };
    else if (arg !== '--' && !foreign.test(arg)) throw new Error(unknown(arg));
  }
  return read;
}

/** Whoever opens a file wants to see it, whatever else is asked for. */
const wishing = (read: CommandLine, wish: Wish): CommandLine =>
  read.wish === 'restore' ? read : { ...read, wish };

/**
 * The absolute path of a kit or a backup, as file managers name it: a path, or a link to a file of this computer.
 *
 * @returns null for whatever does not end in .age
 */
export function sealedFile(named: string): string | null {
  if (isFlag(named)) return null;
  const file = /^file:/i.test(named) ? pathOf(named) : named;
  return file !== null && /\.age$/i.test(file) ? path.resolve(file) : null;
}

/** Null for another computer's, and for what is no link at all. */
function pathOf(link: string): string | null {
  try {
    const url = new URL(link);
    return url.host === '' ? fileURLToPath(url) : null;
  } catch {
    return null;
  }
}

function folder(given: string): string {
  if (given === '' || given.startsWith('--'))
    throw new Error(commandLineWords.folderMissing('--profile-dir'));
  return path.resolve(given);
}

/** A link may hold anything, a code at worst: it is not repeated. */
function unknown(arg: string): string {
  if (/^latchkey:/i.test(arg)) return commandLineWords.otherLink(quickVerifyLink);
  const named = arg.slice(0, 80);
  return isFlag(arg) ? commandLineWords.unknownOption(named) : commandLineWords.unknownArgument(named);
}

/**
 * What of a whole command line is meant for Latchkey: all but the program, and the app's folder with what stands before
 * it where Electron was given one.
 *
 * @param argv process.argv
 * @param appFolder app.getAppPath() where Electron runs a folder (process.defaultApp), else null
 */
export function ownArguments(argv: readonly string[], appFolder: string | null): string[] {
  const args = argv.slice(1);
  if (appFolder === null) return args;
  const named = (arg: string): boolean => !isFlag(arg) && path.resolve(arg) === path.resolve(appFolder);
  const at = args.findIndex(named);
  return args.slice((at === -1 ? args.findIndex((arg) => !isFlag(arg)) : at) + 1);
}
