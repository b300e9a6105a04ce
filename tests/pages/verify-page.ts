import { expect, type Locator, type Page } from '@playwright/test';

/** The screen on which a code is asked for and verified. */
export class VerifyPage {
  readonly heading: Locator;
  readonly textMe: Locator;
  readonly code: Locator;
  readonly verify: Locator;
  readonly status: Locator;
  readonly phone: Locator;
  readonly useCode: Locator;
  readonly enterCopied: Locator;
  /** The box in which the next digit would stand. */
  readonly hereBox: Locator;
  readonly copySession: Locator;
  readonly forgetSession: Locator;

  constructor(page: Page) {
    this.heading = page.getByRole('heading', { name: 'Verify', level: 1 });
    this.textMe = page.getByRole('button', { name: 'Text me a code' });
    this.code = page.getByRole('textbox', { name: 'Code' });
    this.verify = page
      .getByRole('button', { name: 'Verify', exact: true })
      .and(page.locator('[type=submit]'));
    this.status = page.getByRole('status');
    this.phone = page.getByRole('complementary', { name: 'Practice phone' });
    this.useCode = this.phone.getByRole('button', { name: 'Use this code' });
    this.enterCopied = page.getByRole('button', { name: 'from the clipboard' });
    this.hereBox = page.locator('.boxes .here');
    this.copySession = page.getByRole('button', { name: 'Copy session token' });
    this.forgetSession = page.getByRole('button', { name: 'Forget session token' });
  }

  /** Asks for a code and waits until it is on its way. */
  async requestCode(): Promise<void> {
    await this.textMe.click();
    await expect(this.status).toContainText('on its way');
  }

  /** Types into the field as a person does; six digits submit themselves. */
  async type(code: string): Promise<void> {
    await this.code.fill('');
    await this.code.pressSequentially(code);
  }
}
