import type { AppError } from '#contract/errors';
import { accountCodesWords } from '#words/codes/account-codes';
import { commonWords } from '#words/common';
import { isBackupFailure } from '../backups/backup-summary';
import { LedgerState } from './ledger.svelte';

/** The recovery codes of one account: a ledger that the service fills. */
export class RecoveryCodesState extends LedgerState {
  /** The dialog that asks before new codes are made. */
  confirming = $state(false);

  /** Why no backup of new codes could be written, for which reason the service was not asked for any. */
  readonly unbacked = $derived.by(() => {
    const { failure } = this.asking;
    return failure && isBackupFailure(failure.code) ? failure : null;
  });

  /** How fetching failed the last time: it can be done again by itself. */
  fetchFailure = $state.raw<AppError | null>(null);

  readonly #account = { accountId: this.ledgerId };

  async fetch(): Promise<void> {
    this.hide();
    const fetched = await this.ask(
      () => this.backend.fetchRecoveryCodes(this.#account),
      accountCodesWords.fetched,
    );
    this.fetchFailure = fetched ? null : this.asking.failure;
  }

  askBeforeGenerating(): void {
    if (!this.asking.running) this.confirming = true;
  }

  generate(): Promise<void> {
    return this.#generate(false);
  }

  /** The user chose to go on although no backup can be written. */
  generateUnbacked(): Promise<void> {
    return this.#generate(true);
  }

  async #generate(withoutBackup: boolean): Promise<void> {
    this.confirming = false;
    this.hide();
    await this.ask(
      () => this.backend.generateRecoveryCodes({ ...this.#account, withoutBackup }),
      accountCodesWords.generated,
    );
  }

  async checkKeychain(): Promise<void> {
    this.hide();
    await this.ask(() => this.backend.probeKeychain({}), commonWords.keychainOpen);
  }

  override leave(): void {
    super.leave();
    this.confirming = false;
  }
}
