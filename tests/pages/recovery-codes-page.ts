import type { Locator, Page } from '@playwright/test';
import { OtherCodesPage } from './other-codes-page';

/** The screen of the recovery codes: those of an account, or one of the other ledgers. */
export class RecoveryCodesPage {
  readonly others: OtherCodesPage;
  readonly main: Locator;
  readonly fetch: Locator;
  readonly useNext: Locator;
  readonly undo: Locator;
  readonly reveal: Locator;
  readonly hide: Locator;
  readonly generate: Locator;
  readonly dialog: Locator;
  readonly confirm: Locator;
  readonly cancel: Locator;
  /** Says "7 of 10 left" in words too. */
  readonly meter: Locator;
  /** Every code with its state and note, hidden or not. */
  readonly rows: Locator;
  /** Those whose code is to be seen: none while they are hidden. */
  readonly codes: Locator;
  /** Leads from codes that are not backed up to where that is done. */
  readonly setUpBackup: Locator;
  readonly replaced: Locator;
  readonly checkKeychain: Locator;
  readonly status: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.others = new OtherCodesPage(page);
    this.main = page.getByRole('main');
    this.setUpBackup = this.main.getByRole('button', { name: 'Set up backup' });
    this.dialog = page.getByRole('dialog', { name: 'Generate new codes?' });
    this.fetch = page.getByRole('button', { name: 'Fetch recovery codes' }).first();
    this.useNext = page.getByRole('button', { name: 'Use next code' });
    this.undo = page.getByRole('button', { name: 'Undo' });
    this.reveal = page.getByRole('button', { name: 'Reveal codes' });
    this.hide = page.getByRole('button', { name: 'Hide codes' });
    this.generate = page.getByRole('main').getByRole('button', { name: 'Generate new codes' }).first();
    this.confirm = this.dialog.getByRole('button', { name: 'Generate new codes' });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
    this.meter = page.getByRole('meter', { name: 'Codes left' });
    this.rows = page.getByRole('list', { name: 'Codes', exact: true }).getByRole('listitem');
    this.codes = this.rows.filter({ has: page.locator('.code') });
    this.replaced = page.locator('summary', { hasText: 'Replaced sets' });
    this.checkKeychain = page.getByRole('button', { name: 'Check keychain' });
    this.status = page.getByRole('status');
  }

  /** The row of a code, counted from 1, hidden or not. */
  row(place: number): Locator {
    return this.rows.nth(place - 1);
  }

  /** The box that is ticked when the code at a place is used. */
  used(place: number): Locator {
    return this.rows.getByRole('checkbox', { name: `Code ${place} used`, exact: true });
  }

  /** What opens the menu of a code, in a list of another site. */
  more(place: number): Locator {
    return this.rows.getByRole('button', { name: `More for code ${place}`, exact: true });
  }

  /** Copies the code at a place in the list, counted from 1. */
  copy(place: number): Promise<void> {
    return this.rows.getByRole('button', { name: `Copy code ${place}`, exact: true }).click();
  }

  /** Says of a code that was copied whether it was used. */
  answer(place: number, used: boolean): Promise<void> {
    const name = used ? 'Mark as used' : 'Not used';
    return this.row(place).getByRole('button', { name }).click();
  }

  /** Writes a note on a code, in place of the one that was there. */
  async note(place: number, text: string): Promise<void> {
    await this.rows.getByRole('button', { name: `Note on code ${place}`, exact: true }).click();
    const dialog = this.#page.getByRole('dialog', { name: `Note on code ${place}`, exact: true });
    await dialog.getByRole('textbox', { name: 'Note' }).fill(text);
    await dialog.getByRole('button', { name: 'Save' }).click();
  }

  /** Asks for new codes and says yes to the dialog. */
  async generateNew(): Promise<void> {
    await this.generate.waitFor();
    const isFirst = !(await this.meter.isVisible());
    await this.generate.click();
    if (!isFirst) await this.confirm.click();
  }

  /** The codes as they stand on the screen. */
  async shown(): Promise<string[]> {
    const texts = await this.codes.locator('.code').allTextContents();
    return texts.map((text) => text.trim());
  }
}
