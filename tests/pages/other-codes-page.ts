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
  readonly openFile: Locator;
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
    this.openFile = this.dialog.getByRole('button', { name: 'Open a file' });
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
