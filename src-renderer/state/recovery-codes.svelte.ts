import { LedgerState } from './ledger.svelte';

/** The recovery codes of one account: a ledger that the service fills. */
export class RecoveryCodesState extends LedgerState {
  /** The dialog that asks before new codes are made. */
  confirming = $state(false);

  readonly #account = { accountId: this.ledgerId };

  async fetch(): Promise<void> {
    this.hide();
    await this.ask(() => this.backend.fetchRecoveryCodes(this.#account), 'Recovery codes fetched.');
  }

  askBeforeGenerating(): void {
    if (!this.asking.running) this.confirming = true;
  }

  async generate(): Promise<void> {
    this.confirming = false;
    this.hide();
    await this.ask(
      () => this.backend.generateRecoveryCodes({ ...this.#account, withoutBackup: false }),
      'The service gave new codes. Reveal them and write them down.',
    );
  }

  async checkKeychain(): Promise<void> {
    this.hide();
    await this.ask(() => this.backend.probeKeychain({}), 'The keychain is open. Try again.');
  }

  override leave(): void {
    super.leave();
    this.confirming = false;
  }
}
