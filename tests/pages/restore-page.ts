import type { Locator, Page } from '@playwright/test';

/** A file that a test drops on the window. */
export interface Dropped {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The screen on which something is restored from a kit or a backup. */
export class RestorePage {
  readonly heading: Locator;
  readonly back: Locator;
  readonly area: Locator;
  readonly chooseFile: Locator;
  readonly chooseFolder: Locator;
  /** Takes photos, scans and PDFs of a printed kit. */
  readonly pictures: Locator;
  readonly sheet: Locator;
  readonly unread: Locator;
  readonly forgetSheet: Locator;
  readonly another: Locator;
  readonly passphrase: Locator;
  readonly openButton: Locator;
  readonly rows: Locator;
  readonly older: Locator;
  readonly staying: Locator;
  readonly restore: Locator;
  readonly status: Locator;
  readonly openSettings: Locator;
  readonly seeCodes: Locator;
  readonly keep: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.heading = page.getByRole('heading', { name: 'Restore', level: 1 });
    this.back = page.getByRole('button', { name: 'Back', exact: true });
    this.area = page.getByRole('group', { name: 'Choose what to restore from' });
    this.chooseFile = page.getByRole('button', { name: 'Choose a file' });
    this.chooseFolder = page.getByRole('button', { name: 'Choose a folder' });
    this.pictures = this.area.locator('input[type=file]');
    this.sheet = page.getByRole('region', { name: 'The printed kit' });
    this.unread = this.sheet.getByRole('alert').getByRole('listitem');
    this.forgetSheet = this.sheet.getByRole('button', { name: 'Cancel' });
    this.another = page.getByRole('button', { name: 'Choose another file' });
    this.passphrase = page.getByRole('textbox', { name: 'Passphrase' });
    this.openButton = page.getByRole('button', { name: 'Open', exact: true });
    // The codes of a row are items of a list, too.
    const rowsOf = (name: string | RegExp): Locator => page.getByRole('list', { name }).locator('> li');
    this.rows = rowsOf(/^(Differs|New here|Here already)$/);
    this.older = rowsOf('Only in older backups');
    this.staying = rowsOf('Stays as it is');
    this.restore = page.getByRole('main').getByRole('button', { name: /^Restore($| [\d,]+ list)/ });
    this.keep = page.getByRole('button', { name: 'Keep backing up to this folder' });
    this.status = page.getByRole('status');
    this.openSettings = page.getByRole('button', { name: 'Open Settings' });
    this.seeCodes = page.getByRole('button', { name: 'See recovery codes' });
  }

  /** The entry of a label in what was opened. */
  row(label: string): Locator {
    return this.rows.filter({ hasText: label });
  }

  /** Shows the rows of a group that is folded. */
  async unfold(group: string): Promise<void> {
    await this.#page
      .getByRole('region', { name: group })
      .getByRole('button', { expanded: false })
      .first()
      .click();
  }

  /** The codes of a row, while they are shown. */
  codesOf(label: string): Locator {
    return this.#page.getByRole('group', { name: `Codes of ${label}` });
  }

  /** Opens what was chosen; whether that worked is for the test to see. */
  async open(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.openButton.click();
  }

  /**
   * Drops files on a place as the desktop does.
   *
   * @returns whether the window kept the browser from opening them
   */
  async drop(on: Locator, files: readonly Dropped[]): Promise<boolean> {
    const contents = files.map(({ name, content }) => ({
      name,
      binary: Buffer.from(content).toString('latin1'),
    }));
    return on.evaluate((element, dropped) => {
      const dataTransfer = new DataTransfer();
      for (const { name, binary } of dropped) {
        const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name));
      }
      const fire = (type: string): boolean =>
        element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      return [fire('dragenter'), fire('dragover'), fire('drop')].slice(1).every((isLeft) => !isLeft);
    }, contents);
  }

  /** The window is still the one that was opened. */
  isThere(): Promise<boolean> {
    return this.#page.evaluate(() => 'latchkey' in window);
  }
}
