import type { Locator, Page } from '@playwright/test';
import { VerifyPage } from './verify-page';

/** The small window for a code. */
export class QuickVerifyPage extends VerifyPage {
  readonly page: Page;
  readonly paste: Locator;
  readonly usePhone: Locator;
  readonly close: Locator;
  readonly openLatchkey: Locator;
  readonly accounts: Locator;
  readonly alert: Locator;

  constructor(page: Page) {
    super(page);
    this.page = page;
    this.paste = page.getByRole('button', { name: /^Paste / });
    this.usePhone = page.getByRole('button', { name: /from the practice phone/ });
    this.close = page.getByRole('button', { name: 'Close' });
    this.openLatchkey = page.getByRole('button', { name: 'Open Latchkey' });
    this.accounts = page.getByRole('combobox', { name: 'Account' });
    this.alert = page.getByRole('alert');
  }
}
