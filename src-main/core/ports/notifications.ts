import type { RailScreen } from '#contract/commands';

/** What the desktop shows beside its windows. */
export interface Notifications {
  /** Whether one of Latchkey's windows has the focus. */
  isInFront(): boolean;
  /**
   * Shows it, where the desktop shows any.
   *
   * @param clicked is called when a person clicks it
   */
  show(text: { readonly title: string; readonly body: string }, clicked: () => void): void;
  /** Shows the main window on a screen. */
  openScreen(screen: RailScreen): void;
}
