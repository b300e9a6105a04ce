import { connected } from './connected';
import { expect } from './fixtures';

/** For tests that begin with ten codes fetched, revealed once and read off the screen. */
export const withCodes = connected.extend<{ codes: string[] }>({
  codes: async ({ window }, use) => {
    await window.open('Recovery codes');
    await window.recoveryCodes.fetch.click();
    await window.recoveryCodes.generateNew();
    await window.recoveryCodes.reveal.click();
    await expect(window.recoveryCodes.codes).toHaveCount(10);
    await use(await window.recoveryCodes.shown());
  },
});
