/** The small window for a code, and what opens it from anywhere. */
export interface QuickVerify {
  /**
   * Opens quick verify at this key combination (#contract/shortcut) from every program, in place of the last one; null
   * gives it back. Gives false, and listens to none, when it is not to be had, as another program holds it.
   */
  listenFor(shortcut: string | null): boolean;
  /** Whether a link brought it up since it was last closed. */
  readonly openedByLink: boolean;
  close(): void;
  /** Shows the main window. */
  showLatchkey(): void;
}
