import path from 'node:path';

export interface CommandLine {
  /** Where settings, logs and Chromium's files go; null for the system's usual place. */
  readonly profileDir: string | null;
}

/**
 * Reads Latchkey's own arguments; Chromium's and Electron's switches are none of its business.
 *
 * @param args what follows the program, and the app's folder where Electron was given one
 * @throws Error with a sentence for the person when `--profile-dir` names no folder
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  let profileDir: string | null = null;
  for (const [index, arg] of args.entries()) {
    const given = arg === '--profile-dir' ? (args[index + 1] ?? '') : /^--profile-dir=(.*)$/s.exec(arg)?.[1];
    if (given === undefined) continue;
    if (given === '' || given.startsWith('--')) throw new Error('--profile-dir needs the name of a folder.');
    profileDir = path.resolve(given);
  }
  return { profileDir };
}
