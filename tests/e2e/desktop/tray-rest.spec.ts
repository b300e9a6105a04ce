import { TrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { QuickVerifyPage } from '../../pages/quick-verify-page';
import { connected } from '../ground/connected';
import { expect } from '../ground/fixtures';
import type { Running } from '../ground/launcher';

/** On a desktop that has a tray. */
const test = connected.extend<{ host: TrayHost }>({
  host: async ({ session }, use) => {
    const host = await TrayHost.start(session.env);
    await use(host);
    host.stop();
  },
  running: async ({ host, start }, use) => {
    const running = await start();
    await host.untilShown(1);
    await use(running);
  },
});
test.skip(process.platform !== 'linux', 'has a process for the keychain, and a tray of its own');

/** The names of the processes that Latchkey added to Chromium's, and how many windows there are, unseen ones included. */
const added = ({ app }: Running): Promise<{ processes: string[]; windows: number }> =>
  app.evaluate(({ app: electron, BrowserWindow }) => ({
    processes: electron.getAppMetrics().flatMap(({ name }) => (name?.startsWith('Latchkey') ? [name] : [])),
    windows: BrowserWindow.getAllWindows().length,
  }));

/** What waits eight seconds or five minutes for its end waits a tenth of a second in this process from now on. */
const windTheClock = ({ app }: Running): Promise<void> =>
  app.evaluate(() => {
    const real = globalThis.setTimeout;
    const wound = (task: () => void, wait?: number): NodeJS.Timeout =>
      real(task, wait === 8_000 || wait === 300_000 ? 100 : wait);
    globalThis.setTimeout = wound as typeof setTimeout;
  });

test('what nobody uses in the tray is given up, and comes back', async ({
  window,
  running,
  host,
  service,
}) => {
  await expect(window.verify.heading).toBeVisible();
  await expect.poll(async () => (await host.menu()).map(({ label }) => label)).toContain('Quick verify');
  const openQuickVerify = async (): Promise<QuickVerifyPage> => {
    const [page] = await Promise.all([running.app.waitForEvent('window'), host.click('Quick verify')]);
    return new QuickVerifyPage(page);
  };
  const quick = await openQuickVerify();
  await expect(quick.code).toBeFocused();
  expect(await added(running)).toEqual({ processes: ['Latchkey keychain'], windows: 2 });

  await windTheClock(running);
  const gone = quick.page.waitForEvent('close');
  await quick.page.keyboard.press('Escape');
  await gone;
  // It waits while a window is open.
  expect(await added(running)).toEqual({ processes: ['Latchkey keychain'], windows: 1 });
  await Promise.all([running.page.waitForEvent('close'), running.page.evaluate(() => globalThis.close())]);
  await expect.poll(() => added(running)).toEqual({ processes: [], windows: 0 });

  const again = await openQuickVerify();
  await again.requestCode();
  await again.type(service.practice.messages().at(-1)?.code ?? '');
  await expect(again.status).toContainText('Code accepted');
  await expect.poll(() => added(running)).toEqual({ processes: [], windows: 0 });
});
