import type { Locator, Page } from '@playwright/test';

/** A locked window, and what locks it. */
export class LockPage {
  readonly heading: Locator;
  readonly lock: Locator;
  readonly unlock: Locator;
  readonly passphrase: Locator;
  readonly alert: Locator;
  readonly dialog: Locator;
  readonly useBackups: Locator;
  readonly forgot: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.heading = page.getByRole('heading', { name: 'Latchkey is locked' });
    this.lock = page.getByRole('button', { name: 'Lock', exact: true });
    this.unlock = page.getByRole('button', { name: 'Unlock' });
    this.passphrase = page.getByLabel('Passphrase', { exact: true });
    this.alert = page.getByRole('alert');
    this.dialog = page.getByRole('dialog');
    this.useBackups = this.dialog.getByRole('checkbox', { name: 'Use the passphrase of my backups' });
    this.forgot = page.getByRole('button', { name: 'Forgot the passphrase?' });
  }

  async unlockWith(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.unlock.click();
  }

  /** In the settings: asks for this passphrase from now on. */
  async askFor(passphrase: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Ask for a passphrase' }).click();
    await this.passphrase.fill(passphrase);
    await this.dialog.getByRole('checkbox', { name: 'I have written it down' }).check();
    await this.dialog.getByRole('button', { name: 'Ask for a passphrase' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
