import type { RailScreen } from '#contract/commands';
import type { Notice } from './notice';

/** What the desktop shows beside its windows. */
export interface Notifications {
  /** Whether one of Latchkey's windows has the focus. */
  isInFront(): boolean;
  /**
   * Shows it, where the desktop shows any.
   *
   * @param clicked is called when a person clicks it
   */
  show(notice: Notice, clicked: () => void): void;
  /** Shows the main window on a screen. */
  openScreen(screen: RailScreen): void;
}
