import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { LockPage } from '../../pages/lock-page';
import { type LeakyBus, startLeakyBus } from '../../witness/leaky-bus';
import { type Absences, startLoginManager, startScreenSaver } from '../../witness/login-manager';
import { connected } from '../ground/connected';
import { expect } from '../ground/fixtures';
import { launchUnseen } from '../ground/launcher';

const test = connected.extend<{ absences: Absences; leaky: LeakyBus; lock: LockPage }>({
  absences: async ({}, use) => {
    const absences = await startLoginManager();
    await use(absences);
    await absences.dispose();
  },
  leaky: async ({ session }, use) => {
    const leaky = await startLeakyBus(session.env);
    await use(leaky);
    leaky.close();
  },
  start: async ({ session, absences, leaky, start }, use) => {
    Object.assign(session.env, {
      DBUS_SESSION_BUS_ADDRESS: leaky.address,
      DBUS_SYSTEM_BUS_ADDRESS: absences.address,
      XDG_SESSION_ID: '7',
    });
    await use(start);
  },
  lock: async ({ running }, use) => use(new LockPage(running.page)),
});
/** The pauses between two tries grow while a test does something else. */
const untilTried = { timeout: 70_000 };

test.skip(process.platform !== 'linux', 'hears of it by Electron');

test('the screen saver locks it after a message of two megabytes', async ({ window, leaky, lock }) => {
  const saver = await startScreenSaver(leaky.around);
  await window.open('Settings');
  saver.shout(2 << 20);
  saver.active(true);
  await expect(lock.heading).toBeVisible();
  saver.stop();
});

test('a watch that breaks off locks it, is said in the settings, and goes on when it can', async ({
  window,
  running,
  leaky,
  lock,
}) => {
  const { page } = running;
  const cannotTell = page.getByText('Latchkey cannot tell when the screen is locked');
  await window.open('Settings');
  await expect(cannotTell).toContainText('nothing on this desktop says so');
  const saver = await startScreenSaver(leaky.around);
  await expect(cannotTell).toHaveCount(0);
  leaky.cut();
  await expect(lock.heading).toBeVisible();
  await lock.unlock.click();
  await expect(cannotTell).toContainText('its connection to the desktop broke off');
  leaky.mend();
  await expect(cannotTell).toHaveCount(0, untilTried);
  saver.active(true);
  await expect(lock.heading).toBeVisible();
  saver.stop();
});

test('a tray comes back when its bus can be heard again', async ({ window, leaky, running }) => {
  const host = await TrayHost.start(leaky.around);
  await host.untilShown(1);
  await window.open('Settings');
  leaky.cut();
  await expect(running.page.getByText('This desktop shows no tray')).toBeVisible();
  leaky.mend();
  await expect(running.page.getByRole('checkbox', { name: 'Stay in the tray' })).toBeVisible(untilTried);
  expect(host.shown, 'there are not two icons').toBe(1);
  host.stop();
});

test('no unlocked Latchkey is left behind by a bus that ends', async ({
  window,
  running,
  session,
  leaky,
  lock,
}) => {
  await startScreenSaver(leaky.around);
  await window.open('Settings');
  await expect(running.page.getByText('Latchkey cannot tell when the screen is locked')).toHaveCount(0);
  // Chromium may end itself and all of Latchkey then.
  const ended = new Promise((resolve) => running.process.once('exit', () => resolve(true)));
  await session.endBus();
  await expect.poll(() => Promise.race([ended, lock.heading.isVisible().catch(() => false)])).toBe(true);
});

test('where the idle time is always 0, the use of its own windows counts', async ({
  profile,
  session,
  start,
}) => {
  expect(start, 'has set the buses').toBeDefined();
  const blind = path.join(session.env.HOME, 'blind-system.cjs');
  await writeFile(
    blind,
    `const world = (globalThis.world = { looks: 0, passed: 0 });
     require('electron').powerMonitor.getSystemIdleTime = () => { world.looks += 1; return 0; };
     const real = performance.now.bind(performance);
     performance.now = () => real() + world.passed;`,
  );
  type World = typeof globalThis & { world: { looks: number; passed: number } };
  const { app, quit } = await launchUnseen(profile, session.env, [], blind);
  const letPass = (seconds: number): Promise<void> =>
    app.evaluate((_electron, passed) => {
      (globalThis as World).world.passed += passed * 1000;
    }, seconds);
  const looks = (): Promise<number> => app.evaluate(() => (globalThis as World).world.looks);
  const page = await app.firstWindow();
  const window = new LatchkeyWindow(page);
  const lock = new LockPage(page);
  await window.addAccount.practice.click();
  await window.open('Settings');
  await page.getByLabel('Lock when nobody touches the computer for').selectOption('1 minute');
  for (let keys = 0; keys < 3; keys += 1) {
    await letPass(50);
    await page.keyboard.press('Shift');
  }
  const before = await looks();
  await expect.poll(looks).toBeGreaterThan(before + 1);
  await expect(lock.heading).toBeHidden();
  await letPass(60);
  await expect(lock.heading).toBeVisible();
  await quit();
});
