import type { Locator, Page } from '@playwright/test';

/** The passphrase that is offered where the keychain fails. */
export class PassphraseInsteadPage {
  readonly lead: Locator;
  readonly form: Locator;
  readonly passphrase: Locator;
  readonly writtenDown: Locator;
  readonly use: Locator;
  readonly cancel: Locator;
  readonly useBackups: Locator;

  constructor(page: Page) {
    this.lead = page.getByRole('button', { name: 'Choose a passphrase instead' });
    this.form = page.getByRole('group', { name: 'Passphrase that unlocks Latchkey' });
    this.passphrase = this.form.getByRole('textbox', { name: 'Passphrase', exact: true });
    this.writtenDown = this.form.getByRole('checkbox', { name: 'I have written it down' });
    this.use = this.form.getByRole('button', { name: 'Use this passphrase' });
    this.cancel = this.form.getByRole('button', { name: 'Cancel' });
    this.useBackups = this.form.getByRole('checkbox', { name: 'Use the passphrase of my backups' });
  }

  /** Chooses this passphrase; what failed then goes on by itself. */
  async choose(passphrase: string): Promise<void> {
    await this.lead.click();
    await this.passphrase.fill(passphrase);
    await this.writtenDown.check();
    await this.use.click();
  }
}
