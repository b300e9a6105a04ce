import type { ScreenGuard } from '../../src-main/core/ports/shell/screen-guard';

/** Remembers whether the window is kept out of screenshots. */
export class FakeScreenGuard implements ScreenGuard {
  readonly works = true;
  on = false;

  hideFromCaptures(on: boolean): void {
    this.on = on;
  }
}
