import type { Backend } from '#contract/contract';
import type { NoticeKind } from '#contract/notifications';
import type { Platform, Snapshot } from '#contract/snapshot';
import { Attempt } from '../attempt.svelte';

type Desktop = Pick<Snapshot['desktop'], 'startAtLogin' | 'tray'>;

/** What goes with starting at login, on this system and as it is now. */
export function startingOf({ startAtLogin, tray }: Desktop, platform: Platform) {
  if (startAtLogin === 'unknown' || startAtLogin === 'impossible') return startAtLogin;
  if (startAtLogin === 'needs-approval') return 'needsApproval';
  if (platform === 'mac') return 'menuBar';
  if (platform === 'linux') return tray === 'there' ? 'autostartTray' : 'autostartNoTray';
  return tray === 'there' ? 'tray' : 'noTray';
}

/** How Latchkey behaves on the desktop while nobody looks at it: notifications, and the start at login. */
export class OutsideTheWindowsState {
  readonly choosing = new Attempt();

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async setNotification(kind: NoticeKind, on: boolean): Promise<void> {
    await this.choosing.run(() => this.#backend.setNotification({ kind, on }));
  }

  async setStartAtLogin(on: boolean): Promise<void> {
    await this.choosing.run(() => this.#backend.setStartAtLogin({ on }));
  }

  /** Asks the system how it is; what it says comes with the next snapshot. Without an answer it is shown as unknown. */
  async look(): Promise<void> {
    await new Attempt().run(() => this.#backend.lookAtStartAtLogin({}));
  }

  leave(): void {
    this.choosing.forget();
  }
}
