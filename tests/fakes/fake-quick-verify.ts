import type { QuickVerifyPort } from '../../src-main/core/quick-verify-port';

/** A quick verify that remembers what was asked of it. */
export class FakeQuickVerify implements QuickVerifyPort {
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
