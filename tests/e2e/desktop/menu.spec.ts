import { connected } from '../ground/connected';
import { expect } from '../ground/fixtures';
import { test as onOwnScreen } from '../ground/own-screen';
import { handsOn } from '../ground/screen-windows';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { QuickVerifyPage } from '../../pages/quick-verify-page';
import type { Running } from '../ground/launcher';

onOwnScreen.skip(process.platform !== 'linux', 'needs a screen of its own');

const zoom = ({ app }: Running): Promise<number | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());

onOwnScreen(
  'the keys lead to every screen and to the sheet, and zoom',
  async ({ start, service, session }) => {
    const { press } = handsOn(session);
    const running = await start();
    const window = new LatchkeyWindow(running.page);
    await window.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: service.token });
    await expect(window.verify.heading).toBeVisible();
    const { page } = running;
    const title = (name: string) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    for (const [keys, screen] of [
      ['ctrl+2', 'Recovery codes'],
      ['ctrl+3', 'Backups'],
      ['ctrl+4', 'Settings'],
      ['ctrl+1', 'Verify'],
      ['ctrl+comma', 'Settings'],
    ] as const) {
      press(keys);
      await title(screen);
    }
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    press('ctrl+slash');
    await expect(sheet).toBeVisible();
    press('ctrl+slash');
    await expect(sheet).toBeHidden();
    press('ctrl+slash');
    await expect(sheet).toBeVisible();
    press('ctrl+2');
    await title('Recovery codes');
    await expect(sheet).toBeHidden();

    press('ctrl+equal');
    await expect.poll(() => zoom(running)).toBeGreaterThan(1.05);
    press('ctrl+0');
    await expect.poll(() => zoom(running)).toBe(1);
    press('ctrl+minus');
    await expect.poll(() => zoom(running)).toBeLessThan(0.95);
    press('ctrl+0');
    await expect.poll(() => zoom(running)).toBe(1);

    // A dialog with something typed in it is not left by a key.
    await window.open('Settings');
    await window.settings.account('Work').getByRole('button', { name: 'Rename' }).click();
    await window.settings.dialog.getByRole('textbox', { name: 'Label' }).fill('Half a wor');
    press('ctrl+1');
    press('ctrl+slash');
    await expect(window.settings.dialog.getByRole('textbox', { name: 'Label' })).toHaveValue('Half a wor');
    await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeAttached();

    const ended = new Promise((resolve) => running.process.once('exit', resolve));
    press('ctrl+q');
    expect(await ended).toBe(0);
  },
);

onOwnScreen(
  'closing the window by its keys ends Latchkey where there is no tray',
  async ({ start, session }) => {
    const running = await start();
    await expect(running.page.getByRole('button', { name: 'Connect your service' })).toBeVisible();
    const ended = new Promise((resolve) => running.process.once('exit', resolve));
    handsOn(session).press('ctrl+w');
    expect(await ended).toBe(0);
  },
);

connected('the menu is ours alone, and its bar stays out of the way', async ({ running, window }) => {
  await expect(window.verify.heading).toBeVisible();
  const menu = await running.app.evaluate(({ Menu, BrowserWindow }) => ({
    labels: Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')),
    isBarSeen: BrowserWindow.getAllWindows()[0]?.isMenuBarVisible(),
    text: JSON.stringify(
      Menu.getApplicationMenu()?.items.map(({ submenu }) => submenu?.items.map(({ label }) => label)),
    ),
  }));
  expect(menu.labels).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
  expect(menu.isBarSeen).toBe(false);
  expect(menu.text).not.toContain('Electron');
});

onOwnScreen(
  'quick verify grows with the zoom, and has keys of its own',
  async ({ start, service, session }) => {
    const { press, geometry } = handsOn(session);
    const running = await start();
    const window = new LatchkeyWindow(running.page);
    await window.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: service.token });
    await expect(window.verify.heading).toBeVisible();
    for (let times = 0; times < 2; times += 1) press('ctrl+equal');
    await expect.poll(() => zoom(running)).toBeGreaterThan(1.15);
    const [page] = await Promise.all([running.app.waitForEvent('window'), press('ctrl+shift+l')]);
    const quick = new QuickVerifyPage(page);
    await expect(quick.code).toBeFocused();
    await expect.poll(() => geometry('Quick verify').width).toBe(432);
    const isCut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isCut).toBe(false);
    // Neither a screen of the main window nor its end.
    press('ctrl+2');
    press('ctrl+w');
    press('ctrl+q');
    await quick.type('12');
    await expect(quick.code).toHaveValue('12');
    await expect(window.verify.heading).toBeVisible();
  },
);
