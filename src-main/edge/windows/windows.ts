import { BrowserWindow, type WebContents } from 'electron';
import type { CallName } from '#contract/contract';
import type { Wish } from '../program/command-line';
import { MainWindow } from './main-window';
import type { PlaceFile } from './place-file';
import { QuickVerifyWindow } from './quick-verify-window';

interface Parts {
  /** The file that runs in front of every page. */
  readonly preload: string;
  /** The picture that stands for it in the panels of Linux. */
  readonly icon: string;
  /** Where the main window stood. */
  readonly places: PlaceFile;
  /** Which of the developers' languages pages speak; null for English. */
  readonly language: string | null;
  /** Told when the process of a page ended, and why. */
  readonly noteCrash: (reason: string) => void;
}

/** Latchkey's windows. Each is made when it is first wanted. */
export class Windows {
  readonly main: MainWindow;
  readonly quickVerify: QuickVerifyWindow;

  constructor(parts: Parts) {
    this.main = new MainWindow(parts);
    this.quickVerify = new QuickVerifyWindow(parts);
  }

  /** Whether one is seen, or about to be. */
  get isAnyOpen(): boolean {
    return this.main.isOpen || this.quickVerify.isOpen;
  }

  /** What tells of the clipboard is for the window that a person is in: whatever was copied, quick verify alone. */
  mayAsk(name: CallName, contents: WebContents): boolean {
    if (name === 'offerClipboardCode') return this.quickVerify.isFocused(contents);
    return name !== 'offerTextedCode' || BrowserWindow.fromWebContents(contents)?.isFocused() === true;
  }

  /** Ends the processes of all pages; those of windows that are open come back in new ones. */
  renewPages(): void {
    this.main.renewPage();
    this.quickVerify.renewPage();
  }

  /** Shows what was asked for. */
  show(wanted: Wish): void {
    if (wanted === 'window' || wanted === 'restore') this.main.show();
    if (wanted === 'quick-verify') this.quickVerify.show();
    if (wanted === 'quick-verify-by-link') this.quickVerify.show({ byLink: true });
  }
}
