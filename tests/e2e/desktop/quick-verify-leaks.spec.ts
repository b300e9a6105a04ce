import type { Page } from '@playwright/test';
import { processTree, writtenMemory } from '../../../scripts/bench/processes.mjs';
import { TrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { QuickVerifyPage } from '../../pages/quick-verify-page';
import { expect } from '../ground/fixtures';
import type { Running } from '../ground/launcher';
import { test as onOwnScreen } from '../ground/own-screen';

/** On a screen of its own, with a tray. */
const test = onOwnScreen.extend<{ host: TrayHost }>({
  host: async ({ session }, use) => {
    const host = await TrayHost.start(session.env);
    await use(host);
    host.stop();
  },
});
test.skip(process.platform !== 'linux', 'needs a screen of its own');

/** What must not grow, once garbage is collected. */
interface Held {
  /** Listeners by what they listen to, in main. */
  readonly listeners: Readonly<Record<string, number>>;
  /** What the page holds. */
  readonly page: { readonly documents: number; readonly nodes: number; readonly listeners: number };
  /** Bytes. */
  readonly heapOfMain: number;
  readonly heapOfPage: number;
  /** MB that all processes have written. */
  readonly memory: number;
}

/**
 * Bytes by which a heap may be larger after four hundred openings: compiled code and Chromium's caches come and go by
 * half of that. It is not quite 1 KB for each opening, less than one snapshot that is kept.
 */
const heapNoise = 384 * 1024;
/** MB likewise: V8 and the drawing of frames take and give back memory in large pieces. */
const memoryNoise = 8;

async function held(running: Running, page: Page): Promise<Held> {
  const main = await running.app.evaluate(
    ({ app, BrowserWindow, globalShortcut, ipcMain, nativeTheme, powerMonitor, screen, session }) => {
      process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
      (process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void)();
      const windows = BrowserWindow.getAllWindows();
      const emitters: Record<string, NodeJS.EventEmitter> = {
        ...{ process, app, ipcMain, nativeTheme, powerMonitor, screen, session: session.defaultSession },
        ...Object.fromEntries(windows.map((one) => [`window ${one.id}`, one])),
        ...Object.fromEntries(windows.map((one) => [`page ${one.id}`, one.webContents])),
      };
      const count = (emitter: NodeJS.EventEmitter): number =>
        emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);
      const counts = Object.entries(emitters).map(([name, emitter]) => [name, count(emitter)] as const);
      return {
        heapOfMain: process.memoryUsage().heapUsed,
        listeners: {
          ...Object.fromEntries(counts),
          shortcuts: Number(globalShortcut.isRegistered('CommandOrControl+Shift+L')),
        },
      };
    },
  );
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { documents, nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return {
    ...main,
    page: { documents, nodes, listeners: jsEventListeners },
    heapOfPage: usedSize,
    memory: await writtenMemory(await processTree(running.process.pid ?? NaN)),
  };
}

/** Runs in the page: resolves as soon as a code is offered, or none is any more. */
const untilOffered = (offered: boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      const isOffered = [...document.querySelectorAll('button')].some((one) =>
        /^\s*Paste/.test(one.innerText),
      );
      if (isOffered !== offered) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true });
    look();
  });

test('five hundred openings leave nothing behind', async ({ host, start, service }) => {
  test.slow();
  const running = await start();
  const main = new LatchkeyWindow(running.page);
  await main.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: service.token });
  await expect(main.verify.heading).toBeVisible();
  await running.app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('135 246');
  });
  await expect.poll(async () => (await host.menu()).map(({ label }) => label)).toContain('Quick verify');
  const click = await host.find('Quick verify');
  const [page] = await Promise.all([running.app.waitForEvent('window'), click()]);
  const quick = new QuickVerifyPage(page);
  await expect(quick.paste).toBeVisible();

  /** The clipboard's code is offered when the window has the focus, and no longer when it is closed. */
  const openAndClose = async (times: number): Promise<void> => {
    for (let turn = 0; turn < times; turn += 1) {
      await page.keyboard.press('Escape');
      await page.evaluate(untilOffered, false);
      await click();
      await page.evaluate(untilOffered, true);
    }
  };
  await openAndClose(100);
  const before = await held(running, page);
  await openAndClose(400);
  const after = await held(running, page);
  expect(after.listeners).toEqual(before.listeners);
  expect(after.page).toEqual(before.page);
  expect(after.heapOfMain - before.heapOfMain).toBeLessThan(heapNoise);
  expect(after.heapOfPage - before.heapOfPage).toBeLessThan(heapNoise);
  expect(after.memory - before.memory).toBeLessThan(memoryNoise);
});
