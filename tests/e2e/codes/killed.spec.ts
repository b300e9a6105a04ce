import type { Page } from '@playwright/test';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { openWithKey } from '../../witness/age-command';
import { backedUp, backupsIn, passphrase } from '../ground/backed-up';
import { expect, type Service } from '../ground/fixtures';
import type { Running } from '../ground/launcher';
import { keyIn, openVault } from '../ground/open-vault';
import { stepsOfGenerating, watchGenerating } from '../ground/steps-of-generating';
import { countOf, type VaultText } from '../ground/vault-text';
import { withCodes } from '../ground/with-codes';

// New codes are asked for, and Latchkey is killed on the way: before the request, while it is out, while the answer is
// sealed, at every step of the safe order. Whatever the moment, either set is there and the words are right.

const made = ({ practice }: Service): number =>
  practice.seen().filter(({ method }) => method === 'POST').length;

const generate = async (window: LatchkeyWindow): Promise<void> => {
  await window.open('Recovery codes');
  await window.recoveryCodes.generate.click();
  await window.recoveryCodes.confirm.click({ noWaitAfter: true });
};

/** The moment is what these tests are about. */
const killAfter = async (delay: number, { process }: Running): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, delay));
  process.kill('SIGKILL');
};

const doubtOn = (page: Page) => page.getByText('may have been replaced');

const setsIn = (text: string): number => countOf(JSON.parse(text) as VaultText, 'set');

/** Fetches, after which nothing is in doubt. Gives the codes that are shown. */
async function settle(window: LatchkeyWindow, page: Page): Promise<readonly string[]> {
  await window.recoveryCodes.fetch.click();
  await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '10 of 10 left');
  await expect(doubtOn(page)).toBeHidden();
  await window.recoveryCodes.reveal.click();
  await expect(window.recoveryCodes.codes).toHaveCount(10);
  return window.recoveryCodes.shown();
}

for (const delay of [0, 20, 80]) {
  withCodes(
    `killed ${delay} ms after new codes were made, either set is there and the words are right`,
    async ({ codes, window, running, start, service, profile, session }) => {
      const before = made(service);
      service.practice.setFault({ on: 'POST /user/otp/recovery-codes', latencyMs: 20 });
      await generate(window);
      await expect.poll(() => made(service), { intervals: [1] }).toBe(before + 1);
      await killAfter(delay, running);
      service.practice.setFault(null);

      const text = await openVault(profile, session);
      for (const code of codes) expect(text).toContain(code);
      const { page } = await start();
      const again = new LatchkeyWindow(page);
      await again.open('Recovery codes');
      if (setsIn(text) < 2) await expect(doubtOn(page)).toBeVisible();
      const shown = await settle(again, page);
      expect(shown.filter((code) => codes.includes(code))).toEqual([]);
    },
  );
}

for (const step of stepsOfGenerating) {
  backedUp(
    `killed as soon as ${step}, every backup opens and the next one is whole`,
    async ({ codes, folder, window, running, start, service, profile, session }) => {
      const before = made(service);
      // So long that the next step does not come before the kill.
      service.practice.setFault({ on: 'POST /user/otp/recovery-codes', latencyMs: 50 });
      const identity = (await keyIn(profile, session)) ?? '';
      const reached = await watchGenerating({ profile, identity, folder, asked: () => made(service) });
      await generate(window);
      await reached(step);
      running.process.kill('SIGKILL');
      service.practice.setFault(null);

      const text = await openVault(profile, session);
      for (const code of codes) expect(text).toContain(code);
      for (const file of await backupsIn(folder)) {
        const backup = (await openWithKey(folder, passphrase, file)) ?? 'it does not open';
        for (const code of codes) expect(backup).toContain(code);
      }

      const { page } = await start();
      const again = new LatchkeyWindow(page);
      await again.open('Recovery codes');
      const wasMade = made(service) > before;
      if (wasMade && setsIn(text) < 2) await expect(doubtOn(page)).toBeVisible();
      const shown = await settle(again, page);
      expect(shown.some((code) => codes.includes(code))).toBe(!wasMade);
      await again.open('Backups');
      await expect(again.backups.folders).toContainText('Up to date');
      const [newest = ''] = await backupsIn(folder);
      const backup = (await openWithKey(folder, passphrase, newest)) ?? 'it does not open';
      for (const code of [...codes, ...shown]) expect(backup).toContain(code);
    },
  );
}
