import { accessSync, constants, mkdirSync, writeSync } from 'node:fs';
import { app } from 'electron';
import { speak } from '#words/catalogue';
import { commandLineWords } from '#words/outside/command-line';
import { testLanguages } from '#words/pseudo';
import {
  type CommandLine,
  help,
  ownArguments,
  readCommandLine,
  refusedForSwitches,
  takeLanguage,
  type Wish,
} from '../program/command-line';
import { isOwnFolder } from '../files/own-folder';
import { tellRefusal } from '../program/refusal';

/**
 * Settles what this start is for and where Latchkey keeps its files, before anything is written there. `--help` and
 * `--version` are answered here. Where the arguments, the switches or the folder are no good, a sentence says so and the program ends
 * with code 2: without a profile there is no lock, no settings and no vault.
 *
 * @returns the profile folder, which is there, this user's alone and can be written, what to show, with which file, and
 * in which of the developers' languages
 */
export function settleStart(): {
  readonly profile: string;
  readonly wish: Wish;
  readonly file: string | null;
  readonly language: string | null;
} {
  const own = ownArguments(process.argv, process.defaultApp ? app.getAppPath() : null);
  const { language, others } = app.isPackaged ? { language: null, others: own } : takeLanguage(own);
  const chosen = language === null ? undefined : testLanguages[language];
  if (chosen) speak(chosen);
  const { ask, profileDir, wish, file } = readOrRefuse(others);
  if (ask !== null) {
    writeSync(1, ask === 'help' ? help() : `${app.getName()} ${app.getVersion()}\n`);
    process.exit(0);
  }
  const refusal = refusedForSwitches((name) => app.commandLine.hasSwitch(name), {
    isPackaged: app.isPackaged,
    isRoot: process.getuid?.() === 0,
  });
  if (refusal !== null) refuse(refusal);
  if (profileDir !== null) app.setPath('userData', profileDir);
  const profile = app.getPath('userData');
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
  } catch {
    refuse(commandLineWords.unwritableFolder(profile));
  }
  if (!isOwnFolder(profile)) refuse(commandLineWords.strangeFolder(profile));
  try {
    accessSync(profile, constants.W_OK | constants.X_OK);
  } catch {
    refuse(commandLineWords.unwritableFolder(profile));
  }
  return { profile, wish: wish === 'window' && wasOpenedAtLogin() ? 'nothing' : wish, file, language };
}

function readOrRefuse(args: readonly string[]): CommandLine {
  try {
    return readCommandLine(args);
  } catch (error) {
    refuse((error as Error).message);
  }
}

function refuse(sentence: string): never {
  tellRefusal(sentence);
  process.exit(2);
}

/** macOS starts what it starts at login without arguments. Elsewhere `--hidden` says it. */
const wasOpenedAtLogin = (): boolean =>
  process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
