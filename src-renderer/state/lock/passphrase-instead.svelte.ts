import type { Backend } from '#contract/contract';
import type { AppError } from '#contract/errors';
import type { Snapshot } from '#contract/snapshot';
import { Attempt } from '../attempt.svelte';
import { checkedPassphrase } from './checked-passphrase';
import { NewPassphrase } from './new-passphrase.svelte';
import { PassphraseChoice } from './passphrase-choice.svelte';

/** Where a passphrase is offered: at the failure that it leads out of, or at the account that would be gone otherwise. */
export type OfferedAt = AppError | string;

/** A passphrase that takes the place of a keychain, chosen where that failed; what failed is then done again by itself. */
export class PassphraseInstead {
  readonly choice = new PassphraseChoice('backups', new NewPassphrase());
  readonly attempt = new Attempt();
  /** Where it is being chosen; null while it is not. */
  openAt = $state.raw<OfferedAt | null>(null);
  /** Where choosing it was given up last. */
  leftAt = $state.raw<OfferedAt | null>(null);

  readonly #backend: Backend;
  readonly #snapshot: () => Snapshot;
  #again: () => unknown = () => undefined;

  /** @param snapshot gives the last one */
  constructor(backend: Backend, snapshot: () => Snapshot) {
    this.#backend = backend;
    this.#snapshot = snapshot;
  }

  /** None is set yet, and the vault is not a newer version's, whose key cannot be changed. */
  get helps(): boolean {
    const { lock, vault } = this.#snapshot();
    return lock.by !== 'passphrase' && vault.state === 'open';
  }

  /** The passphrase of the backups can be used. */
  get hasBackups(): boolean {
    return this.#snapshot().backups !== null;
  }

  get keychainBackend(): Snapshot['keychain']['backend'] {
    return this.#snapshot().keychain.backend;
  }

  /** @param again does what failed once more */
  begin(at: OfferedAt, again: () => unknown): void {
    this.leave();
    this.openAt = at;
    this.#again = again;
    void this.choice.fresh.suggest();
  }

  /** Gives it up; what was typed around it stays. */
  cancel(): void {
    const { openAt } = this;
    this.leave();
    this.leftAt = openAt;
  }

  /** Has Latchkey ask for the passphrase from now on, and does again what failed. */
  async choose(): Promise<void> {
    if (!this.choice.ready()) return;
    const at = this.openAt;
    const set = await this.attempt.run(async () =>
      this.#backend.setLockPassphrase({
        passphrase: '',
        newPassphrase: checkedPassphrase(this.choice.value),
        ...this.choice.checkedAs,
      }),
    );
    // The person may have left meanwhile, or Latchkey may have locked.
    if (!set || at !== this.openAt) return;
    const again = this.#again;
    this.leave();
    again();
  }

  /** Forgets what was typed. */
  leave(): void {
    this.openAt = null;
    this.leftAt = null;
    this.#again = () => undefined;
    this.choice.clear();
    this.attempt.forget();
  }
}
