import type { RailScreen } from '#contract/commands';
import type { Notice } from './notice';

/** What somebody looks at: a screen of the main window, or quick verify. */
export type InFront = RailScreen | 'quick-verify';

/** What the desktop shows beside its windows. */
export interface Notifications {
  /** What has the focus; null where it is another program, or a screen that no notice leads to. */
  inFront(): InFront | null;
  /**
   * Shows it, where the desktop shows any.
   *
   * @param clicked is called when a person clicks it
   */
  show(notice: Notice, clicked: () => void): void;
  /**
   * Takes one back that does not hold any more, if it is still there.
   *
   * @param key of the notice
   */
  takeBack(key: string): void;
  /** Shows the main window on a screen. */
  openScreen(screen: RailScreen): void;
}
