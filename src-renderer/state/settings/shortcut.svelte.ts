import type { Backend } from '#contract/contract';
import { usualShortcut } from '#contract/shortcut';
import { shortcutOf } from './shortcut-text';
import { Attempt } from '../attempt.svelte';

/** The shortcut of quick verify, as it is chosen in the settings: by pressing it. */
export class ShortcutState {
  readonly attempt = new Attempt();
  /** What was last tried and could not be had. */
  refused = $state('');

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Takes what was pressed in the field. Gives whether it was a key combination, and not a key of the field itself. */
  press(pressed: KeyboardEvent, isMac: boolean): boolean {
    const shortcut = shortcutOf(pressed, isMac);
    if (shortcut !== null && !pressed.repeat) void this.set(shortcut);
    return shortcut !== null;
  }

  reset(): Promise<void> {
    return this.set(usualShortcut);
  }

  switchOff(): Promise<void> {
    return this.set('');
  }

  async set(shortcut: string): Promise<void> {
    if (this.attempt.running) return;
    this.refused = '';
    const given = await this.attempt.run(() => this.#backend.setShortcut({ shortcut }));
    if (!given) this.refused = shortcut;
  }

  leave(): void {
    this.attempt.forget();
    this.refused = '';
  }
}
