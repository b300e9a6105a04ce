import { mergeTests } from '@playwright/test';
import { TrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { connected } from './connected';
import { expect } from './fixtures';
import { test as ownScreen } from './own-screen';

/** On a desktop of its own that has a tray; Latchkey is shown there before a test begins. */
export const withTray = mergeTests(ownScreen, connected).extend<{ host: TrayHost }>({
  host: [
    async ({ session }, use) => {
      const host = await TrayHost.start(session.env);
      await use(host);
      host.stop();
    },
    { auto: true },
  ],
  running: async ({ host, start }, use) => {
    const running = await start();
    await expect.poll(() => host.shown).toBe(1);
    await use(running);
  },
});
