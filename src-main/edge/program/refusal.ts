import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { dialog } from 'electron';
import { cleanLine } from '#contract/clean-text';
import { commandLineWords } from '#words/outside/command-line';

const standardError = 2;

/**
 * Tells why Latchkey does not start: in one plain line on standard error where somebody can read it there, and on Linux
 * anyway, for it is where desktops collect such words; in a box else. An argument may hold anything, and what would move
 * the cursor of a terminal goes.
 *
 * @param sentence for the person
 */
export function tellRefusal(sentence: string): void {
  if (process.platform !== 'linux' && !isatty(standardError)) {
    dialog.showErrorBox(commandLineWords.cannotStart, sentence);
    return;
  }
  try {
    writeSync(standardError, `${cleanLine(sentence)}\n`);
  } catch {
    // Nobody listens. The exit code says it, too.
  }
}
