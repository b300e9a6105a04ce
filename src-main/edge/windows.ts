import type { Wish } from './command-line';
import { MainWindow } from './main-window';
import { QuickVerifyWindow } from './quick-verify-window';

/** Latchkey's windows. Each is made when it is first wanted. */
export class Windows {
  readonly main: MainWindow;
  readonly quickVerify: QuickVerifyWindow;

  /** @param preload the file that runs in front of every page */
  constructor(preload: string) {
    this.main = new MainWindow(preload);
    this.quickVerify = new QuickVerifyWindow(preload);
  }

  /** Whether one is seen, or about to be. */
  get isAnyOpen(): boolean {
    return this.main.isOpen || this.quickVerify.isOpen;
  }

  /** Shows what was asked for. */
  show(wanted: Wish): void {
    if (wanted === 'window' || wanted === 'restore') this.main.show();
    if (wanted === 'quick-verify') this.quickVerify.show();
  }
}
