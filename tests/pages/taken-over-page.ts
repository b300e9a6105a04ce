import type { Locator, Page } from '@playwright/test';

/** The sheet of what was taken over from an older version, and the notice while its answer is put off. */
export class TakenOverPage {
  readonly sheet: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly believe: Locator;
  readonly notNow: Locator;
  readonly notice: Locator;
  readonly look: Locator;

  constructor(page: Page) {
    this.sheet = page.getByRole('dialog', { name: 'Are these yours?' });
    this.list = this.sheet.getByRole('group', { name: 'Accounts and backup folders' });
    this.rows = this.list.getByRole('listitem');
    this.believe = this.sheet.getByRole('button', { name: 'These are mine' });
    this.notNow = this.sheet.getByRole('button', { name: 'Not now' });
    this.notice = page.getByText('No token is sent and no backup is written until');
    this.look = page.getByRole('button', { name: 'Look at them' });
  }
}
