/** The windows' pictures, as other programs may take them. */
export interface ScreenGuard {
  /** Whether this system keeps a window out of screenshots at all. */
  readonly works: boolean;
  /** Keeps the main window out of screenshots and shared screens, or no longer. */
  hideFromCaptures(on: boolean): void;
}
