import type { Locator, Page } from '@playwright/test';

/** The settings: accounts, look, keychain, about. */
export class SettingsPage {
  readonly addAccount: Locator;
  readonly checkKeychain: Locator;
  readonly dialog: Locator;
  readonly status: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.addAccount = page.getByRole('button', { name: 'Add an account' });
    this.checkKeychain = page.getByRole('button', { name: 'Check keychain' });
    this.dialog = page.getByRole('dialog');
    this.status = page.getByRole('status', { name: 'Last check' });
  }

  /** The row of an account. */
  account(label: string): Locator {
    return this.#page.getByRole('group', { name: label, exact: true });
  }

  async rename(label: string, to: string): Promise<void> {
    await this.account(label).getByRole('button', { name: 'Rename' }).click();
    await this.dialog.getByRole('textbox', { name: 'Label' }).fill(to);
    await this.dialog.getByRole('button', { name: 'Rename' }).click();
  }

  async replaceToken(label: string, token: string): Promise<void> {
    await this.account(label).getByRole('button', { name: 'Replace token' }).click();
    await this.dialog.getByLabel('Token', { exact: true }).fill(token);
    await this.dialog.getByRole('button', { name: 'Save token' }).click();
  }

  /** Opens the form for another URL and submits it; whether that worked is for the test to see. */
  async changeUrl(label: string, url: string, token: string): Promise<void> {
    await this.account(label).getByRole('button', { name: 'Change URL' }).click();
    await this.dialog.getByRole('textbox', { name: 'Service URL' }).fill(url);
    await this.dialog.getByLabel('Token', { exact: true }).fill(token);
    await this.dialog.getByRole('button', { name: 'Save URL' }).click();
  }

  async remove(label: string): Promise<void> {
    await this.account(label).getByRole('button', { name: 'Remove' }).click();
    await this.dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  }

  chooseTheme(theme: 'System' | 'Light' | 'Dark'): Promise<void> {
    return this.#page.getByRole('radio', { name: theme, exact: true }).check({ force: true });
  }
}
