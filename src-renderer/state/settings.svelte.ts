import type { Backend, LinkId } from '#contract/contract';
import type { Theme } from '#contract/snapshot';
import { Attempt } from './attempt.svelte';

/** The settings that are not about one account. */
export class SettingsState {
  readonly attempt = new Attempt();
  readonly probing = new Attempt();
  probed = $state(false);

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.attempt.run(() => this.#backend.setTheme({ theme }));
  }

  /** Asks the keychain; what it found comes with the next snapshot. */
  async probeKeychain(): Promise<void> {
    this.probed = false;
    const asked = await this.probing.run(() => this.#backend.probeKeychain({}));
    this.probed = asked !== undefined;
  }

  async openLink(link: LinkId): Promise<void> {
    await this.attempt.run(() => this.#backend.openLink({ link }));
  }

  leave(): void {
    this.probed = false;
    this.attempt.forget();
    this.probing.forget();
  }
}
