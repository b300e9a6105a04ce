import type { Locator, Page } from '@playwright/test';
import { AddAccountPage } from './add-account-page';
import { BackupsPage } from './backups-page';
import { RecoveryCodesPage } from './recovery-codes-page';
import { SettingsPage } from './settings-page';
import { VerifyPage } from './verify-page';

/** Latchkey's window as a person finds it: by role and accessible name alone. */
export class LatchkeyWindow {
  readonly addAccount: AddAccountPage;
  readonly verify: VerifyPage;
  readonly recoveryCodes: RecoveryCodesPage;
  readonly backups: BackupsPage;
  readonly settings: SettingsPage;
  readonly alert: Locator;
  readonly accounts: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.addAccount = new AddAccountPage(page);
    this.verify = new VerifyPage(page);
    this.recoveryCodes = new RecoveryCodesPage(page);
    this.backups = new BackupsPage(page);
    this.settings = new SettingsPage(page);
    this.alert = page.getByRole('alert');
    this.accounts = page.getByRole('combobox', { name: 'Account' });
  }

  /** Goes to a screen by the rail. */
  async open(screen: 'Verify' | 'Recovery codes' | 'Backups' | 'Settings'): Promise<void> {
    await this.#page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('button', { name: screen })
      .click();
    await this.#page.getByRole('heading', { name: screen, level: 1 }).waitFor();
  }

  switchTo(label: string): Promise<unknown> {
    return this.accounts.selectOption({ label });
  }
}
