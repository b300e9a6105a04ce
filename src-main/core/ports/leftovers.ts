/** What was let go of, and lies in memory all the same. */
export interface Leftovers {
  /**
   * Latchkey has just locked: the pages of the windows, whose strings cannot be wiped, get new processes at once, and
   * main clears its garbage away when the vault is closed. Never throws.
   *
   * @param closed resolves when nothing of the vault is needed any more
   */
  drop(closed: Promise<void>): void;
}
