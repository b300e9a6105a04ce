import type { BrowserWindow } from 'electron';
import type { ScreenGuard } from '../core/lock-ports';
import { openMainWindow } from './window';

/** The main window: at most one, which is made anew when it was closed. */
export class MainWindow implements ScreenGuard {
  /** Linux has no way to say so. */
  readonly works = process.platform !== 'linux';
  readonly #preload: string;
  #window: BrowserWindow | null = null;

  constructor(preload: string) {
    this.#preload = preload;
  }

  get isOpen(): boolean {
    return this.#window !== null;
  }

  /** Opens it, or brings it to the front as it stands. */
  show(): void {
    if (this.#window === null) this.#open();
    else {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      this.#window.focus();
    }
  }

  keepOut(on: boolean): void {
    if (this.works) this.#window?.setContentProtection(on);
  }

  #open(): void {
    this.#window = openMainWindow(this.#preload);
    this.#window.once('closed', () => {
      this.#window = null;
    });
  }
}
