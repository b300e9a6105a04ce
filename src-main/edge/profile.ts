import { accessSync, constants, mkdirSync } from 'node:fs';
import { app, dialog } from 'electron';
import { readCommandLine } from './command-line';

/**
 * Settles where Latchkey keeps its files, before anything is written there. Where that cannot be, a sentence says so and
 * the program ends with code 2: without a profile there is no lock, no settings and no vault.
 *
 * @param args what follows the program
 * @returns the profile folder, which is there and can be written
 */
export function settleProfile(args: readonly string[]): string {
  try {
    const { profileDir } = readCommandLine(args);
    if (profileDir !== null) app.setPath('userData', profileDir);
  } catch (error) {
    refuse((error as Error).message);
  }
  const profile = app.getPath('userData');
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    accessSync(profile, constants.W_OK | constants.X_OK);
  } catch {
    refuse(`Latchkey cannot write to its profile folder, ${profile}.`);
  }
  return profile;
}

function refuse(sentence: string): never {
  // Before Electron is ready this goes to stderr on Linux, and into a box elsewhere.
  dialog.showErrorBox('Latchkey cannot start', sentence);
  process.exit(2);
}
