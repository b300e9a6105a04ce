import type { DesktopCalls } from '#contract/calls/desktop';
import type { Failure } from '#contract/failure';
import type { LockNotices } from '#contract/lock';
import type { Snapshot } from '#contract/snapshot';
import type { Desktop } from '../ports/shell/desktop';
import type { State } from '../state/state';

/** What the window asks of the desktop around it. */
export function desktopCalls(state: State, desktop: Desktop): DesktopCalls {
  return {
    dismissTrayFailure() {
      noteTrayFailure(state, null);
      return Promise.resolve({});
    },
    openLink({ link }) {
      desktop.openLink(link);
      return Promise.resolve({});
    },
  };
}

/** Notes whether there is a tray. */
export function foundTray(state: State, tray: Snapshot['desktop']['tray']): void {
  if (state.tray === tray) return;
  state.tray = tray;
  state.announce();
}

/** Notes what Latchkey can notice of what it locks at. */
export function foundLockNotices(state: State, found: Partial<LockNotices>): void {
  const names = Object.keys(found) as (keyof LockNotices)[];
  if (names.every((name) => found[name] === state.lockNotices[name])) return;
  state.lockNotices = { ...state.lockNotices, ...found };
  state.announce();
}

/** Notes how the last thing that was asked for in the tray failed; null when it did not. */
export function noteTrayFailure(state: State, failure: Failure | null): void {
  if (state.trayFailure === null && failure === null) return;
  state.trayFailure = failure;
  state.announce();
}
