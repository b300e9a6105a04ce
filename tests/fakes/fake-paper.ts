import type { Paper } from '../../src-main/core/ports/shell/paper';

/** A printer that a person can walk away from, and that can jam. */
export class FakePaper implements Paper {
  printed = 0;
  cancelled = false;
  jammed = false;

  print(): Promise<boolean> {
    if (this.jammed) return Promise.reject(new Error('jammed'));
    if (!this.cancelled) this.printed += 1;
    return Promise.resolve(!this.cancelled);
  }

  pdf(): Promise<Uint8Array> {
    if (this.jammed) return Promise.reject(new Error('jammed'));
    return Promise.resolve(new TextEncoder().encode('%PDF-1.4 fake'));
  }
}
