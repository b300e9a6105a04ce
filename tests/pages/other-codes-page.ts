import type { Locator, Page } from '@playwright/test';

/** "Other codes": the ledgers that belong to no account. An open one is used through RecoveryCodesPage. */
export class OtherCodesPage {
  readonly switch: Locator;
  readonly back: Locator;
  readonly search: Locator;
  readonly ledgers: Locator;
  readonly addButton: Locator;
  readonly change: Locator;
  readonly remove: Locator;
  readonly dialog: Locator;
  readonly label: Locator;
  readonly pasted: Locator;
  readonly save: Locator;
  /** What a pasted text was understood as, each with its buttons. */
  readonly understood: Locator;
  /** The field of the one that is being corrected. */
  readonly editing: Locator;
  readonly clear: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.switch = page.getByRole('radio', { name: 'Other codes' });
    this.back = page.getByRole('button', { name: 'All other codes' });
    this.search = page.getByRole('textbox', { name: 'Search codes' });
    this.ledgers = page.getByRole('list', { name: 'Other codes' }).getByRole('button');
    this.addButton = page.getByRole('button', { name: 'Add codes' });
    this.change = page.getByRole('button', { name: 'Change', exact: true });
    this.remove = page.getByRole('button', { name: 'Remove', exact: true });
    this.dialog = page.getByRole('dialog');
    this.label = this.dialog.getByRole('textbox', { name: 'Label' });
    this.pasted = this.dialog.getByRole('textbox', { name: 'Codes', exact: true });
    this.understood = this.dialog.getByRole('list', { name: 'What was understood' }).getByRole('listitem');
    this.editing = this.understood.getByRole('textbox');
    this.clear = this.dialog.getByRole('button', { name: 'Clear' });
    this.save = this.dialog.getByRole('button', { name: 'Save codes' });
  }

  /** Goes to the other codes from those of the account. */
  show(): Promise<void> {
    return this.switch.check({ force: true });
  }

  /** Fills the form for new codes and submits it; whether that worked is for the test to see. */
  async add(label: string, pasted: string): Promise<void> {
    await this.addButton.click();
    await this.label.fill(label);
    await this.pasted.fill(pasted);
    await this.save.click();
  }

  /** The box of a code that is not kept yet. */
  usedAlready(place: number): Locator {
    return this.understood.getByRole('checkbox', { name: `Code ${place} is used already`, exact: true });
  }

  correctButton(place: number): Locator {
    return this.understood.getByRole('button', { name: `Correct code ${place}`, exact: true });
  }

  /** Writes a code anew that is not kept yet. */
  async correct(place: number, code: string): Promise<void> {
    await this.correctButton(place).click();
    await this.editing.fill(code);
    await this.editing.press('Enter');
  }

  /** Takes out a code that is not kept yet. */
  removeRow(place: number): Promise<void> {
    return this.understood.getByRole('button', { name: `Remove code ${place}`, exact: true }).click();
  }

  /** Chooses a file in the system's dialog. @param text Latin-1 */
  async choose(name: string, text: string): Promise<void> {
    const buffer = Buffer.from(text, 'latin1');
    await this.dialog
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  }

  /** Opens one out of the list. */
  async open(label: string): Promise<void> {
    await this.ledgers.filter({ hasText: label }).click();
    await this.#page.getByRole('heading', { name: label, level: 2 }).waitFor();
  }

  /** Removes the one that is open. */
  async removeOpen(): Promise<void> {
    await this.remove.click();
    await this.dialog.getByRole('button', { name: 'Remove codes' }).click();
  }
}
