import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { connected } from '../ground/connected';
import { expect } from '../ground/fixtures';
import { launchUnseen } from '../ground/launcher';
import { test as ownScreen } from '../ground/own-screen';

type Unseen = Awaited<ReturnType<typeof launchUnseen>>;

/** Whether Latchkey ever had the keyboard, by what its windows said. */
const everFocused = ({ app }: Unseen): Promise<boolean> =>
  app.evaluate(() => (globalThis as { everFocused?: boolean }).everFocused === true);

/** Starts Latchkey as a login does: with a tray that a test may bring, and a minute's patience that takes a second. */
const test = ownScreen.extend<{ startHidden: () => Promise<Unseen> }>({
  startHidden: async ({ session, profile }, use) => {
    const started: Unseen[] = [];
    const clock = path.join(session.env.HOME, 'wound-clock.cjs');
    await writeFile(
      clock,
      'const real = setTimeout; globalThis.setTimeout = (task, wait) => real(task, wait === 60_000 ? 1_000 : wait);',
    );
    await use(async () => {
      const unseen = await launchUnseen(profile, session.env, ['--hidden'], clock);
      started.push(unseen);
      await unseen.app.evaluate(({ app }) =>
        app.on('browser-window-focus', () => Object.assign(globalThis, { everFocused: true })),
      );
      return unseen;
    });
    for (const { quit } of started) await quit().catch(() => undefined);
  },
});
test.skip(process.platform !== 'linux', 'has a tray everywhere');

const windows = ({ app }: Unseen): Promise<{ minimized: boolean; focused: boolean }[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => ({ minimized: one.isMinimized(), focused: one.isFocused() })),
  );
const inTaskbar = [{ minimized: true, focused: false }];
const end = ({ process: child }: Unseen): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', resolve));
const closeWindow = ({ app }: Unseen): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

test('a hidden start without a tray comes to the taskbar, works there, and quits when it is closed', async ({
  startHidden,
}) => {
  const unseen = await startHidden();
  const page = await unseen.app.firstWindow();
  await expect.poll(() => windows(unseen)).toEqual(inTaskbar);
  await page.waitForLoadState();
  expect(await everFocused(unseen), 'nobody who types is disturbed').toBe(false);
  await unseen.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.restore());
  await expect(new LatchkeyWindow(page).addAccount.practice).toBeVisible();
  const ended = end(unseen);
  await closeWindow(unseen).catch(() => undefined);
  expect(await ended).toBe(0);
});

test('a watcher whose icons nobody shows is no tray for a hidden start', async ({ startHidden, session }) => {
  const host = await TrayHost.start(session.env, 'not-shown');
  const unseen = await startHidden();
  await unseen.app.firstWindow();
  await expect.poll(() => windows(unseen)).toEqual(inTaskbar);
  expect(host.shown).toBe(0);
  host.setPanel('shown');
  await expect.poll(() => host.shown).toBe(1);
  host.stop();
});

test('a hidden start in a tray stays there, until the tray goes', async ({ startHidden, session }) => {
  const host = await TrayHost.start(session.env, 'not-shown');
  const unseen = await startHidden();
  // It comes late, but before the patience is over.
  host.setPanel('shown');
  await host.untilShown(1);
  // Longer than the patience, by the same clock.
  await unseen.app.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60_000)));
  await unseen.app.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60_000)));
  expect(await windows(unseen)).toEqual([]);
  const opened = unseen.app.waitForEvent('window');
  host.setPanel('not-shown');
  await opened;
  await expect.poll(() => windows(unseen)).toEqual(inTaskbar);
  host.stop();
});

connected(
  'a watcher whose icons nobody shows is no tray: closing the window quits',
  async ({ session, start }) => {
    const host = await TrayHost.start(session.env, 'not-shown');
    const running = await start();
    await new LatchkeyWindow(running.page).addAccount.practice.click();
    await new LatchkeyWindow(running.page).open('Settings');
    await expect(running.page.getByText('This desktop shows no tray')).toBeVisible();
    const ended = end(running);
    await closeWindow(running).catch(() => undefined);
    expect(await ended).toBe(0);
    host.stop();
  },
);
