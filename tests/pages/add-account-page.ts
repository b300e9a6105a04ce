import type { Locator, Page } from '@playwright/test';

/** What is typed into the form of "Connect your service". */
export interface OwnService {
  readonly label: string;
  readonly serviceUrl: string;
  readonly token: string;
}

/** The two ways to an account: the first run's screen, and later "Add an account" in the settings. */
export class AddAccountPage {
  readonly practice: Locator;
  readonly connect: Locator;
  readonly label: Locator;
  readonly serviceUrl: Locator;
  readonly token: Locator;
  readonly submit: Locator;
  readonly saveAnyway: Locator;

  constructor(page: Page) {
    this.practice = page.getByRole('button', { name: 'Try it with the practice service' });
    this.connect = page.getByRole('button', { name: 'Connect your service' });
    this.label = page.getByRole('textbox', { name: 'Label' });
    this.serviceUrl = page.getByRole('textbox', { name: 'Service URL' });
    this.token = page.getByLabel('Token', { exact: true });
    this.submit = page.getByRole('button', { name: 'Connect', exact: true });
    this.saveAnyway = page.getByRole('button', { name: 'Save anyway' });
  }

  /** Fills the form and submits it; whether that worked is for the test to see. */
  async connectOwn({ label, serviceUrl, token }: OwnService): Promise<void> {
    await this.connect.click();
    await this.label.fill(label);
    await this.serviceUrl.fill(serviceUrl);
    await this.token.fill(token);
    await this.submit.click();
  }
}
