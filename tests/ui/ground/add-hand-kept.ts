import type { Page } from '@playwright/test';
import type { Bridge } from '../../../src-main/contract/wire';

/** Has codes of other sites kept by the window's own calls: the form has its tests elsewhere. */
export async function addHandKept(page: Page, labels: readonly string[]): Promise<void> {
  await page.evaluate(async (all) => {
    const codes = ['abcd-efgh', 'ijkl-mnop'].map((code) => ({ code, isUsed: false }));
    const { calls } = (window as unknown as { latchkey: Bridge }).latchkey;
    for (const label of all) await calls['addHandKept']?.({ label, codes });
  }, labels);
}
