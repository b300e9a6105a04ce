import { app } from 'electron';
import { isQuickVerifyLink, sealedFile, type Wish, wishes } from '../program/command-line';
import { whenUnseen } from '../windows/when-unseen';

export interface Life {
  /** What this start asks for. */
  readonly wish: Wish;
  /** The file that it names, to restore from. */
  readonly file: string | null;
  /** Run when Electron is ready, before anything is shown. */
  readonly prepare: () => void;
  readonly show: (wish: Wish, file: string | null) => void;
  /** Whether a window is seen, or about to be. */
  readonly isAnythingOpen: () => boolean;
  /** Whether Latchkey goes on without one. */
  readonly staysUnseen: () => boolean;
}

/**
 * Runs Latchkey once per profile: a second start has the first one show what it asks for, and ends. So does the link
 * of quick verify or a file, which macOS hands over by an event and other systems as an argument.
 */
export function runOnce(life: Life): void {
  const { wish, file, prepare, show } = life;
  // Chromium sorts a second start's arguments anew and adds its own, so the wish travels beside them.
  if (!app.requestSingleInstanceLock({ wish, file })) {
    app.quit();
    return;
  }
  // Windows shows the notifications of programs that name themselves as their installer did (electron-builder.yml).
  if (process.platform === 'win32') app.setAppUserModelId('org.latchkey.Latchkey');
  // Not awaited at the top level of main.ts: `ready` itself waits for that module to end.
  const ready = app.whenReady().then(prepare);
  const showWhenReady = (wanted: Wish, named: string | null = null): void =>
    void ready.then(() => show(wanted, named));
  showWhenReady(wish, file);
  void ready.then(claimLinks);
  app.on('second-instance', (_event, _argv, _folder, data) => showWhenReady(wishIn(data), fileIn(data)));
  app.on('activate', () => showWhenReady('window'));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    if (isQuickVerifyLink(link)) showWhenReady('quick-verify-by-link');
  });
  app.on('open-file', (event, named) => {
    event.preventDefault();
    const sealed = sealedFile(named);
    if (sealed !== null) showWhenReady('restore', sealed);
  });
  quitUnseen(life);
}

/** Makes links to Latchkey open it. On Linux the package's desktop file says so: to ask there takes a shell. */
function claimLinks(): void {
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient('latchkey');
}

/** What a second start asks for; its window where it does not say so in our words. */
function wishIn(data: unknown): Wish {
  const said = typeof data === 'object' && data !== null && 'wish' in data ? data.wish : null;
  return wishes.find((wish) => wish === said) ?? 'window';
}

/** The file that a second start names. */
function fileIn(data: unknown): string | null {
  const said = typeof data === 'object' && data !== null && 'file' in data ? data.file : null;
  return typeof said === 'string' ? sealedFile(said) : null;
}

/** Quits when nothing is open any more: a window that is kept unseen, to be there at once, does not count. */
function quitUnseen({ isAnythingOpen, staysUnseen }: Life): void {
  const look = (): void => {
    if (process.platform !== 'darwin' && !isAnythingOpen() && !staysUnseen()) app.quit();
  };
  whenUnseen(isAnythingOpen, look);
  // Without a listener Electron would quit by itself.
  app.on('window-all-closed', look);
}
