import { type BrowserWindow, screen, type Size, type WebContents } from 'electron';
import { CrashGuard } from '../../core/desktop/crash-guard';
import { quickVerifyPlace, quickVerifySize, roundedShape } from './quick-verify-place';
import { AfterIdle } from '../processes/after-idle';
import { FreshPage } from './fresh-page';
import { tellOne } from '../pages/ipc';
import { makeQuickVerifyWindow } from './window';
import { bringBackPage } from './window-trouble';

interface Parts {
  /** The file that runs in front of the page. */
  readonly preload: string;
  /** The picture that stands for it in the panels of Linux. */
  readonly icon: string;
  /** Which of the developers' languages the page speaks; null for English. */
  readonly language: string | null;
  /** Told when the page's process ended, and why. */
  readonly noteCrash: (reason: string) => void;
}

/** Milliseconds for which it is kept unseen: most codes come one after another, and it would be a quarter of the memory. */
const idleLimit = 300_000;

/**
 * The small window. It is made when it is first asked for, so that no start waits for it and nobody pays for it who does
 * not use it; from then on it is kept for a while, unseen, so that it is there at once.
 */
export class QuickVerifyWindow {
  readonly #parts: Parts;
  readonly #guard = new CrashGuard();
  #window: BrowserWindow | null = null;
  #page: FreshPage | null = null;
  #ready = false;
  #open = false;
  #byLink = false;
  readonly #idle = new AfterIdle(idleLimit, () => this.#window?.destroy());

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** It is shown, or about to be. */
  get isOpen(): boolean {
    return this.#open;
  }

  /** Whether a link brought it up since it was last closed. */
  get openedByLink(): boolean {
    return this.#byLink;
  }

  show({ byLink = false } = {}): void {
    const wasOpen = this.#open;
    this.#open = true;
    this.#byLink = byLink || (wasOpen && this.#byLink);
    this.#idle.wake();
    this.#window ??= this.#make();
    if (!this.#ready) return;
    if (!wasOpen) tellOne(this.#window.webContents, 'quickVerify', { now: 'opened' });
    if (byLink) tellOne(this.#window.webContents, 'quickVerify', { now: 'linked' });
    present(this.#window);
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#window?.hide();
    this.#idle.rest();
    if (this.#window) tellOne(this.#window.webContents, 'quickVerify', { now: 'closed' });
  }

  /** Whether this is the window's page, and the person is in it. */
  isFocused(contents: WebContents): boolean {
    return this.#open && this.#window?.webContents === contents && this.#window.isFocused();
  }

  /** See FreshPage. One that is kept unseen goes, for the next who wants it has to unlock it first. */
  renewPage(): void {
    if (this.#open) void this.#page?.renew();
    else this.#window?.destroy();
  }

  #make(): BrowserWindow {
    const window = makeQuickVerifyWindow(this.#parts);
    this.#page = new FreshPage(window.webContents);
    this.#ready = false;
    cutCorners(window, quickVerifySize);
    // Its keys are its own: those of the menu are about the main window, and would close this one for good.
    if (process.platform !== 'darwin') window.once('show', () => window.removeMenu());
    window.once('ready-to-show', () => {
      this.#ready = true;
      if (this.#open) present(window);
    });
    window.on('focus', () => tellOne(window.webContents, 'quickVerify', { now: 'focused' }));
    bringBackPage(window.webContents, this.#guard, {
      note: this.#parts.noteCrash,
      bringBack: () => this.#makeAnew(window),
    });
    window.once('closed', () => {
      if (this.#window !== window) return;
      this.#window = null;
      this.#open = false;
    });
    return window;
  }

  /** Its process has ended: the page is thrown away, and made again at once only where somebody looks at it. */
  #makeAnew(window: BrowserWindow): void {
    const wasOpen = this.#open;
    this.#window = null;
    if (wasOpen) this.show();
    window.destroy();
  }
}

/** macOS and Windows round the corners by themselves. */
function cutCorners(window: BrowserWindow, size: Size): void {
  if (process.platform === 'linux') window.setShape(roundedShape(size));
}

/** On the screen where the pointer is, in front of all else and with the keyboard. */
function present(window: BrowserWindow): void {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  // The zoom is that of the main window: both pages are of one origin.
  const place = quickVerifyPlace(workArea, process.platform, window.webContents.getZoomFactor());
  const { width, height } = window.getBounds();
  window.setBounds(place);
  // Cut anew where its size has changed.
  if (width !== place.width || height !== place.height) cutCorners(window, place);
  window.show();
  window.focus();
}
