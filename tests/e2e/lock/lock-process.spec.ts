import { existsSync } from 'node:fs';
import path from 'node:path';
import { mergeTests, type Page } from '@playwright/test';
import { LockPage } from '../../pages/lock-page';
import { QuickVerifyPage } from '../../pages/quick-verify-page';
import { connected } from '../ground/connected';
import { expect } from '../ground/fixtures';
import { type Running, runUntilEnd } from '../ground/launcher';
import { test as ownScreen } from '../ground/own-screen';

/** On a screen of its own, with an account. */
const test = mergeTests(ownScreen, connected);
test.skip(process.platform !== 'linux', 'needs a screen of its own');

/** What a window is to those who look at it, and the process of its page. */
const windowOf = ({ app }: Running, quick = false) =>
  app.evaluate(({ BrowserWindow }, small) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.isResizable() !== small);
    if (!window) return null;
    const { webContents: contents } = window;
    return {
      pid: contents.getOSProcessId(),
      bounds: window.getBounds(),
      seen: window.isVisible(),
      minimized: window.isMinimized(),
      maximized: window.isMaximized(),
      focused: window.isFocused() && contents.isFocused(),
      zoom: contents.getZoomFactor(),
      loading: contents.isLoading(),
      address: contents.getURL(),
      history: contents.navigationHistory.length(),
    };
  }, quick);

/** Locks by the menu, as from another window. */
const lockNow = ({ app }: Running): Promise<unknown> =>
  app.evaluate(({ Menu }) => {
    const items = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? []);
    items.find(({ label }) => label === 'Lock')?.click();
  });

/** Resolves when a page stands still in another process, and the one before has ended. Gives the window then. */
async function renewed(running: Running, before: number | undefined, quick = false) {
  await expect
    .poll(async () => {
      const now = await windowOf(running, quick);
      return now && now.pid !== before && !now.loading && now.address.startsWith('app:');
    })
    .toBe(true);
  await expect.poll(() => existsSync(`/proc/${before ?? 0}`), 'the old process ends').toBe(false);
  return windowOf(running, quick);
}

/** Asks main for something as the page does; the page may be gone before there is an answer. */
const calling = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((call) => window.latchkey.calls[call]?.({}), name).catch(() => undefined);

/** Locks and unlocks three times, without waiting for anything. */
const backAndForth = (page: Page): Promise<unknown> =>
  page
    .evaluate(() => {
      const { lock, unlock } = window.latchkey.calls;
      for (let turn = 0; turn < 3; turn += 1) void lock?.({}).then(() => unlock?.({ passphrase: '' }));
    })
    .catch(() => undefined);

const logIn = (profile: string): boolean => existsSync(path.join(profile, 'logs', 'main.log'));

/** Quick verify, as a second start opens it. */
async function quickVerify(running: Running, profile: string, env: NodeJS.ProcessEnv): Promise<Page> {
  const opened = running.app.waitForEvent('window');
  runUntilEnd(profile, env, ['--quick-verify']);
  return opened;
}

test('a lock gives the window another process, and leaves it as it stands', async ({
  running,
  window,
  profile,
}) => {
  await window.open('Backups');
  await running.app.evaluate(({ BrowserWindow }) => {
    const [only] = BrowserWindow.getAllWindows();
    only?.setBounds({ x: 140, y: 100, width: 720, height: 560 });
    only?.webContents.setZoomFactor(1.25);
  });
  await expect.poll(async () => (await windowOf(running))?.bounds.width).toBe(720);
  const before = await windowOf(running);
  expect(before).toMatchObject({ focused: true, zoom: 1.25 });
  await lockNow(running);
  const after = await renewed(running, before?.pid);
  expect(after).toEqual({ ...before, pid: after?.pid, history: 1 });
  const lock = new LockPage(running.page);
  await expect(lock.unlock).toBeFocused();
  await lock.unlock.press('Enter');
  await expect(running.page.getByRole('heading', { name: 'Backups', level: 1 })).toBeVisible();
  expect(logIn(profile), 'nothing was logged').toBe(false);
});

test('one that is maximized, and one that is minimized, stays so', async ({ running, window }) => {
  await expect(window.verify.heading).toBeVisible();
  for (const how of ['maximize', 'minimize'] as const) {
    await running.app.evaluate(({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.[name](), how);
    await expect.poll(async () => (await windowOf(running))?.[`${how}d`]).toBe(true);
    const before = await windowOf(running);
    await lockNow(running);
    const after = await renewed(running, before?.pid);
    expect(after).toEqual({ ...before, pid: after?.pid, history: 1 });
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.restore());
    await new LockPage(running.page).unlock.click();
    await expect(window.verify.heading).toBeVisible();
  }
});

test('a second lock takes nothing away that is being typed', async ({ running, window }) => {
  await window.open('Settings');
  await new LockPage(running.page).askFor('lantern pebble orbit');
  const before = await windowOf(running);
  await lockNow(running);
  const locked = await renewed(running, before?.pid);
  const lock = new LockPage(running.page);
  await lock.passphrase.fill('lantern peb');
  await lockNow(running);
  await calling(running.page, 'lock');
  expect((await windowOf(running))?.pid).toBe(locked?.pid);
  await expect(lock.passphrase).toHaveValue('lantern peb');
});

test('a page that is being loaded, or hangs, gets another process too', async ({
  running,
  window,
  profile,
}) => {
  await expect(window.verify.heading).toBeVisible();
  const first = await windowOf(running);
  await running.app.evaluate(({ BrowserWindow, Menu }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.reload();
    const items = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? []);
    items.find(({ label }) => label === 'Lock')?.click();
  });
  const second = await renewed(running, first?.pid);
  await new LockPage(running.page).unlock.click();
  await expect(window.verify.heading).toBeVisible();
  void running.page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await lockNow(running);
  await renewed(running, second?.pid);
  await new LockPage(running.page).unlock.click();
  await expect(window.verify.heading).toBeVisible();
  expect(logIn(profile)).toBe(false);
});

test('a lock and an unlocking in one breath end open, with the page there', async ({ running, window }) => {
  await expect(window.verify.heading).toBeVisible();
  const before = await windowOf(running);
  await backAndForth(running.page);
  await renewed(running, before?.pid);
  await new LockPage(running.page).unlock.or(window.verify.heading).waitFor();
});

test('what is being printed, and a dialog that is open, end in order', async ({
  running,
  window,
  profile,
}) => {
  await window.open('Backups');
  const before = await windowOf(running);
  await running.app.evaluate(({ BrowserWindow, dialog }) => {
    const [only] = BrowserWindow.getAllWindows();
    if (!only) return;
    void dialog.showMessageBox(only, { message: 'A dialog of the system’s' });
    only.webContents.print({ silent: true }, () => undefined);
    void only.webContents.printToPDF({}).catch(() => undefined);
  });
  void calling(running.page, 'chooseBackupFolder');
  await lockNow(running);
  await renewed(running, before?.pid);
  await expect(new LockPage(running.page).heading).toBeVisible();
  expect(logIn(profile)).toBe(false);
});

test('quick verify gets another process where somebody sees it, and else goes', async ({
  running,
  window,
  profile,
  session,
}) => {
  await expect(window.verify.heading).toBeVisible();
  const quick = new QuickVerifyPage(await quickVerify(running, profile, session.env));
  await expect(quick.code).toBeFocused();
  const before = await windowOf(running, true);
  expect(before).toMatchObject({ seen: true, focused: true });
  await lockNow(running);
  const after = await renewed(running, before?.pid, true);
  expect(after).toEqual({ ...before, pid: after?.pid, history: 1 });
  const lock = new LockPage(quick.page);
  // A code may be typed already: it is kept until Latchkey is unlocked.
  await expect(quick.code).toBeFocused();
  await lock.unlock.click();
  await expect(quick.code).toBeFocused();

  await quick.page.keyboard.press('Escape');
  await expect.poll(async () => (await windowOf(running, true))?.seen).toBe(false);
  await lockNow(running);
  await expect.poll(() => windowOf(running, true)).toBeNull();
  await expect(new LockPage(running.page).heading).toBeVisible();
  const next = new QuickVerifyPage(await quickVerify(running, profile, session.env));
  await expect(next.code).toBeFocused();
  await expect(new LockPage(next.page).unlock).toBeVisible();
});

test('a window that is closed meanwhile is no trouble', async ({ running, window, profile }) => {
  await expect(window.verify.heading).toBeVisible();
  await lockNow(running);
  await running.page.close();
  await expect.poll(() => running.process.exitCode).toBe(0);
  expect(logIn(profile)).toBe(false);
});
