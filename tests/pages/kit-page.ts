import type { Locator, Page } from '@playwright/test';

/** "Export kit": its dialog, and the page that is printed. */
export class KitPage {
  readonly dialog: Locator;
  readonly passphrase: Locator;
  readonly writtenDown: Locator;
  /** Uses the passphrase of the backups, which is typed into `known`. */
  readonly useKnown: Locator;
  readonly known: Locator;
  readonly withCodes: Locator;
  readonly recipient: Locator;
  readonly submit: Locator;
  readonly showPage: Locator;
  readonly close: Locator;
  readonly failure: Locator;
  readonly saved: Locator;
  readonly sheet: Locator;
  readonly codes: Locator;
  readonly qrCodes: Locator;
  readonly print: Locator;
  readonly saveAsPdf: Locator;
  readonly done: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Export kit' });
    this.passphrase = this.dialog.getByRole('textbox', { name: 'Passphrase', exact: true });
    this.writtenDown = this.dialog.getByRole('checkbox', { name: 'I have written it down' });
    this.useKnown = this.dialog.getByRole('checkbox', { name: 'Use the passphrase of my backups' });
    this.known = this.dialog.getByRole('textbox', { name: 'Passphrase of my backups' });
    this.withCodes = this.dialog.getByRole('checkbox', { name: 'Print the codes themselves, too' });
    this.recipient = this.dialog.getByRole('textbox', { name: 'Their age public key' });
    this.submit = this.dialog.getByRole('button', { name: 'Export kit' });
    this.showPage = this.dialog.getByRole('button', { name: 'Show the page' });
    this.close = this.dialog.getByRole('button', { name: 'Close' });
    // The form has a place for what is missing, which is an alert that says nothing most of the time.
    this.failure = this.dialog.getByRole('alert').filter({ hasText: /./ });
    this.saved = this.dialog.getByRole('status');
    this.sheet = page.getByRole('article');
    this.codes = this.sheet.getByRole('listitem').filter({ has: page.locator('.code') });
    this.qrCodes = this.sheet.getByRole('img', { name: /^QR code/ });
    this.print = page.getByRole('button', { name: 'Print', exact: true });
    this.saveAsPdf = page.getByRole('button', { name: 'Save as PDF' });
    this.done = page.getByRole('button', { name: 'Done' });
    this.status = page.getByRole('status');
  }

  choose(kind: 'A file' | 'On paper' | 'For a trusted person'): Promise<void> {
    return this.dialog.getByRole('radio', { name: kind }).check({ force: true });
  }

  /** Types a passphrase of one's own, and says that it is written down. */
  async type(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.writtenDown.check();
  }
}
