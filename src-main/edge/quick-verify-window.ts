import { type BrowserWindow, screen, type WebContents } from 'electron';
import { AfterIdle } from './after-idle';
import { quickVerifyPlace, roundedShape } from './quick-verify-place';
import { tellOne } from './ipc';
import { makeQuickVerifyWindow } from './window';

/** Milliseconds for which it is kept unseen: most codes come one after another, and it would be a quarter of the memory. */
const idleLimit = 300_000;

/**
 * The small window. It is made when it is first asked for, so that no start waits for it and nobody pays for it who does
 * not use it; from then on it is kept for a while, unseen, so that it is there at once.
 */
export class QuickVerifyWindow {
  readonly #preload: string;
  #window: BrowserWindow | null = null;
  #ready = false;
  #open = false;
  readonly #idle = new AfterIdle(idleLimit, () => this.#window?.destroy());

  constructor(preload: string) {
    this.#preload = preload;
  }

  /** It is shown, or about to be. */
  get isOpen(): boolean {
    return this.#open;
  }

  show(): void {
    const wasOpen = this.#open;
    this.#open = true;
    this.#idle.wake();
    this.#window ??= this.#make();
    if (!this.#ready) return;
    if (!wasOpen) tellOne(this.#window.webContents, 'quickVerify', { now: 'opened' });
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

  #make(): BrowserWindow {
    const window = makeQuickVerifyWindow(this.#preload);
    this.#ready = false;
    // macOS and Windows round the corners by themselves.
    if (process.platform === 'linux') window.setShape(roundedShape());
    window.once('ready-to-show', () => {
      this.#ready = true;
      if (this.#open) present(window);
    });
    window.on('focus', () => tellOne(window.webContents, 'quickVerify', { now: 'focused' }));
    window.once('closed', () => {
      this.#window = null;
      this.#open = false;
    });
    return window;
  }
}

/** On the screen where the pointer is, in front of all else and with the keyboard. */
function present(window: BrowserWindow): void {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  window.setBounds(quickVerifyPlace(workArea, process.platform));
  window.show();
  window.focus();
}
