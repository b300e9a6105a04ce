import type { Locator, Page } from '@playwright/test';

/** The screen of the recovery codes. */
export class RecoveryCodesPage {
  readonly fetch: Locator;
  readonly reveal: Locator;
  readonly hide: Locator;
  readonly generate: Locator;
  readonly dialog: Locator;
  readonly confirm: Locator;
  readonly cancel: Locator;
  readonly codes: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Generate new codes?' });
    this.fetch = page.getByRole('button', { name: 'Fetch recovery codes' }).first();
    this.reveal = page.getByRole('button', { name: 'Reveal codes' });
    this.hide = page.getByRole('button', { name: 'Hide codes' });
    this.generate = page.getByRole('main').getByRole('button', { name: 'Generate new codes' }).first();
    this.confirm = this.dialog.getByRole('button', { name: 'Generate new codes' });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
    this.codes = page.getByRole('list', { name: 'Codes' }).getByRole('listitem');
    this.status = page.getByRole('status');
  }

  /** Copies the code at a place in the list, counted from 1. */
  copy(place: number): Promise<void> {
    return this.codes.getByRole('button', { name: `Copy code ${place}`, exact: true }).click();
  }

  /** Asks for new codes and says yes to the dialog. */
  async generateNew(): Promise<void> {
    await this.generate.click();
    await this.confirm.click();
  }

  /** The codes as they stand on the screen. */
  async shown(): Promise<string[]> {
    const texts = await this.codes.locator('.code').allTextContents();
    return texts.map((text) => text.trim());
  }
}
