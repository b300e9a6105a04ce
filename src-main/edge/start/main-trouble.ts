import { app } from 'electron';
import { troubleWords } from '#words/outside/trouble';
import type { Log } from './log';
import { askInBox } from '../program/trouble-box';

/**
 * Catches what nothing in the main process caught. Electron's own box would quote the error, and so perhaps a secret, and
 * hold everything up until somebody answers it. Here the bug goes to the log, and people are asked whether to start anew;
 * once, for a bug that comes back every second would bury them in boxes.
 */
export function catchBugs(log: Log): void {
  let asked = false;
  process.on('uncaughtException', (error) => {
    const reference = log.bug('main', error);
    if (asked) return;
    asked = true;
    void app.whenReady().then(() => askWhetherToStartAnew(reference));
  });
  process.on('unhandledRejection', (error) => void log.bug('main', error));
}

async function askWhetherToStartAnew(reference: string): Promise<void> {
  const { message, detail, anew, goOn } = troubleWords.main;
  if (!(await askInBox({ message, detail: detail(reference), buttons: [anew, goOn] }))) return;
  app.relaunch();
  app.quit();
}
