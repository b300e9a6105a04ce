import { TrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { LockPage } from '../../pages/lock-page';
import { type Absences, startLoginManager, startScreenSaver } from '../../witness/login-manager';
import { expect } from '../ground/fixtures';
import { withCodes } from '../ground/with-codes';

/** On a desktop with a tray, whose login manager can be heard. */
const test = withCodes.extend<{ absences: Absences; host: TrayHost }>({
  absences: async ({}, use) => {
    const absences = await startLoginManager();
    await use(absences);
    await absences.dispose();
  },
  session: async ({ session, absences }, use) => {
    const heard = { DBUS_SYSTEM_BUS_ADDRESS: absences.address, XDG_SESSION_ID: '7' };
    await use({ ...session, env: { ...session.env, ...heard } });
  },
  host: [
    async ({ session }, use) => {
      const host = await TrayHost.start(session.env);
      await use(host);
      host.stop();
    },
    { auto: true },
  ],
});

test('the screen saver locks it, and opens nothing', async ({ running, session, codes }) => {
  expect(codes).toHaveLength(10);
  const saver = await startScreenSaver(session.env);
  const lock = new LockPage(running.page);
  saver.active(false);
  saver.active(true);
  await expect(lock.heading).toBeVisible();
  saver.active(false);
  await lock.unlock.click();
  await expect(lock.heading).toBeHidden();
  saver.active(true);
  await expect(lock.heading).toBeVisible();
  saver.stop();
});

test('the login manager locks it with its own session alone', async ({
  running,
  absences,
  window,
  codes,
}) => {
  expect(codes).toHaveLength(10);
  const lock = new LockPage(running.page);
  absences.lockSession('_38');
  await window.open('Settings');
  await expect(lock.heading).toBeHidden();
  absences.lockSession('_37');
  await expect(lock.heading).toBeVisible();
});

test('a computer that goes to sleep locks it', async ({ absences, codes, running, host }) => {
  expect(codes).toHaveLength(10);
  expect(running.process.exitCode).toBeNull();
  const labels = async (): Promise<string[]> => (await host.menu()).map(({ label }) => label);
  await expect.poll(labels).toContain('Lock');
  absences.sleep(true);
  // Chromium puts its sockets to sleep, too, and with them the test's way to the window.
  await expect.poll(labels).toEqual(['Unlock Latchkey', 'Quit']);
});
