import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** How long a screen may take until it stands, in milliseconds; axe itself needs about one second a look. */
const patience = 20_000;

/**
 * Expects axe to find nothing. It looks again while it finds something: between two screens there is a moment
 * without a heading, and what is there at last is what counts.
 *
 * @param where said in the failure
 */
export async function expectAccessible(page: Page, where = ''): Promise<void> {
  await expect(async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
    expect(found, where).toEqual([]);
  }).toPass({ timeout: patience });
}
