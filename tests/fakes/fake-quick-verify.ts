import type { QuickVerify } from '../../src-main/core/ports/shell/quick-verify';

/** A quick verify that remembers what was asked of it. */
export class FakeQuickVerify implements QuickVerify {
  /** What it listens to. */
  shortcut: string | null = null;
  /** What other programs hold. */
  readonly taken = new Set<string>();
  openedByLink = false;
  closed = 0;
  mainShown = 0;

  listenFor(shortcut: string | null): boolean {
    const free = shortcut === null || !this.taken.has(shortcut);
    this.shortcut = free ? shortcut : null;
    return free;
  }

  close(): void {
    this.closed += 1;
  }

  showLatchkey(): void {
    this.mainShown += 1;
  }
}
