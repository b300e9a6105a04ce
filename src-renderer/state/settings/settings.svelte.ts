import type { LinkId } from '#contract/calls/desktop';
import type { Backend } from '#contract/contract';
import type { Theme } from '#contract/snapshot';
import { Attempt } from '../attempt.svelte';
import { Diagnostics } from './diagnostics.svelte';
import { LockSettings } from '../lock/lock-settings.svelte';
import { OutsideTheWindowsState } from './outside-the-windows.svelte';
import { ShortcutState } from './shortcut.svelte';

/** The settings that are not about one account. */
export class SettingsState {
  readonly attempt = new Attempt();
  readonly probing = new Attempt();
  /** When the keychain was last checked here, in epoch milliseconds. */
  probedAt = $state<number | null>(null);
  readonly diagnostics: Diagnostics;
  readonly shortcut: ShortcutState;
  readonly lock: LockSettings;
  readonly outside: OutsideTheWindowsState;

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
    this.shortcut = new ShortcutState(backend);
    this.diagnostics = new Diagnostics(backend);
    this.lock = new LockSettings(backend);
    this.outside = new OutsideTheWindowsState(backend);
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.attempt.run(() => this.#backend.setTheme({ theme }));
  }

  async setCloseToTray(closeToTray: boolean): Promise<void> {
    await this.attempt.run(() => this.#backend.setCloseToTray({ closeToTray }));
  }

  /** Asks the keychain; what it found comes with the next snapshot. */
  async probeKeychain(): Promise<void> {
    this.probedAt = null;
    const asked = await this.probing.run(() => this.#backend.probeKeychain({}));
    if (asked) this.probedAt = Date.now();
  }

  async openLink(link: LinkId): Promise<void> {
    await this.attempt.run(() => this.#backend.openLink({ link }));
  }

  leave(): void {
    this.diagnostics.close();
    this.attempt.forget();
    this.shortcut.leave();
    this.lock.leave();
    this.outside.leave();
    this.probing.forget();
  }
}
