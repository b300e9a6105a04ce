import { app, type WebContents } from 'electron';
import { troubleWords } from '#words/outside/trouble';
import type { CrashGuard } from '../../core/desktop/crash-guard';
import { askInBox } from '../program/trouble-box';

/** What is done about a page whose process ended. */
interface Remedy {
  /** Told of every end, for the log. */
  readonly note: (reason: string) => void;
  readonly bringBack: () => void;
}

/**
 * Brings a page back when its process ends. Where that happens again and again, a box says so and asks what to do: the
 * page itself cannot.
 *
 * @param guard counts for as long as Latchkey runs, for all pages of a kind
 */
export function bringBackPage(contents: WebContents, guard: CrashGuard, { note, bringBack }: Remedy): void {
  contents.on('render-process-gone', (_event, { reason }) => {
    // So ends one whose window was closed.
    if (reason === 'clean-exit') return;
    note(reason);
    // Not from within the event: the process is still being cleared away.
    if (guard.mayReturn(Date.now())) setImmediate(bringBack);
    else void askWhetherToGoOn(guard, bringBack);
  });
}

async function askWhetherToGoOn(guard: CrashGuard, bringBack: () => void): Promise<void> {
  const { message, detail, again, quit } = troubleWords.window;
  const goesOn = await askInBox({
    message,
    detail,
    buttons: [again, quit],
  });
  if (!goesOn) {
    app.quit();
    return;
  }
  guard.forget();
  bringBack();
}

/** Has a line in the log for each process of Latchkey's own that crashed. It is started again with the next call. */
export function noteCrashes(note: (what: string) => void): void {
  app.on('child-process-gone', (_event, { type, name, serviceName, reason }) => {
    const isOurs = type === 'Utility' && (name ?? serviceName ?? '').startsWith('Latchkey');
    // Latchkey ends some of them itself; that counts as clean or killed.
    if (isOurs && !['clean-exit', 'killed'].includes(reason)) note(`${name ?? serviceName}: ${reason}`);
  });
}
