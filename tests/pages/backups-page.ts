import type { Locator, Page } from '@playwright/test';

/** The screen with the backup folders, and its dialogs. */
export class BackupsPage {
  readonly heading: Locator;
  readonly setUp: Locator;
  readonly backUpNow: Locator;
  readonly addFolder: Locator;
  readonly changePassphrase: Locator;
  readonly exportKit: Locator;
  readonly restore: Locator;
  readonly folders: Locator;
  readonly status: Locator;
  readonly dialog: Locator;
  readonly chooseFolder: Locator;
  readonly newWords: Locator;
  readonly passphrase: Locator;
  readonly strength: Locator;
  readonly writtenDown: Locator;
  readonly currentPassphrase: Locator;
  readonly newPassphrase: Locator;
  /** The button that does what the open dialog is for. */
  readonly submit: Locator;

  constructor(page: Page) {
    const screen = page.getByRole('main');
    this.heading = page.getByRole('heading', { name: 'Backups', level: 1 });
    this.dialog = page.getByRole('dialog');
    this.setUp = screen.getByRole('button', { name: 'Set up backup' });
    this.backUpNow = screen.getByRole('button', { name: 'Back up now' });
    this.addFolder = screen.getByRole('button', { name: 'Add a folder' });
    this.changePassphrase = screen.getByRole('button', { name: 'Change passphrase' });
    this.exportKit = screen.getByRole('button', { name: 'Export kit' });
    this.restore = screen.getByRole('button', { name: 'Restore', exact: true });
    this.folders = page.getByRole('list', { name: 'Backup folders' }).getByRole('listitem');
    this.status = page.getByRole('status');
    this.chooseFolder = this.dialog.getByRole('button', { name: 'Choose folder' });
    this.newWords = this.dialog.getByRole('button', { name: 'New words' });
    this.passphrase = this.dialog.getByRole('textbox', { name: 'Passphrase', exact: true });
    this.strength = this.dialog.getByRole('meter', { name: 'Strength of the passphrase' });
    this.writtenDown = this.dialog.getByRole('checkbox', { name: 'I have written it down' });
    this.currentPassphrase = this.dialog.getByRole('textbox', { name: 'Current passphrase' });
    this.newPassphrase = this.dialog.getByRole('textbox', { name: 'New passphrase' });
    this.submit = this.dialog.locator('button[type="submit"]');
  }

  /** The copy in a folder. */
  copy(folder: string): Locator {
    return this.folders.filter({ hasText: folder });
  }

  /** Sets up the folder that the system's dialog gives, with a passphrase of one's own, written down. */
  async setUpWith(passphrase: string): Promise<void> {
    await this.setUp.click();
    await this.chooseFolder.click();
    await this.passphrase.fill(passphrase);
    await this.writtenDown.check();
    await this.submit.click();
  }

  /** Goes on with the backups that lie in the chosen folder, by their passphrase. */
  async goOnWith(passphrase: string): Promise<void> {
    await this.setUp.click();
    await this.chooseFolder.click();
    await this.passphrase.fill(passphrase);
    await this.submit.click();
  }

  /** Opens the check of a copy and submits a passphrase; what came of it is for the test to see. */
  async check(folder: string, passphrase: string): Promise<void> {
    await this.copy(folder).getByRole('button', { name: 'Check my backup' }).click();
    await this.passphrase.fill(passphrase);
    await this.submit.click();
  }
}
