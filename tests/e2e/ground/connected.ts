import { LatchkeyWindow } from '../../pages/latchkey-window';
import { expect, test } from './fixtures';
import type { Running } from './launcher';

/** For tests that begin on a fresh profile with the test's own service connected as "Work". */
export const connected = test.extend<{ running: Running; window: LatchkeyWindow }>({
  running: async ({ start }, use) => use(await start()),
  window: async ({ running, service }, use) => {
    const window = new LatchkeyWindow(running.page);
    await window.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: service.token });
    await expect(window.verify.heading).toBeVisible();
    await use(window);
  },
});
