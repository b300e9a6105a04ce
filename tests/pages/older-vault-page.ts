import type { Locator, Page } from '@playwright/test';

/** The notice of a vault that is older than what was last written here. */
export class OlderVaultPage {
  readonly notice: Locator;
  readonly restore: Locator;
  readonly accept: Locator;

  constructor(page: Page) {
    this.notice = page.getByText('This vault is older than what Latchkey last wrote here');
    this.restore = page.getByRole('button', { name: 'Restore', exact: true });
    this.accept = page.getByRole('button', { name: 'It is all right' });
  }
}
