import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { TrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { type Clipboard, clipboardOf } from '../../witness/clipboard';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { connected } from '../ground/connected';
import { expect } from '../ground/fixtures';
import type { Running } from '../ground/launcher';
import { withTray } from '../ground/with-tray';

const test = withTray.extend<{ outside: Clipboard }>({
  outside: async ({ session }, use) => use(clipboardOf(session.env)),
});

/** The wait of 60 seconds takes half a second in this process from now on. */
const windTheClock = ({ app }: Running): Promise<void> =>
  app.evaluate(() => {
    const real = globalThis.setTimeout;
    const wound = (task: () => void, wait?: number): NodeJS.Timeout =>
      real(task, wait === 60_000 ? 500 : wait);
    globalThis.setTimeout = wound as typeof setTimeout;
  });

const labels = async (host: TrayHost): Promise<string[]> =>
  (await host.menu()).map(({ label, enabled, checked }) =>
    [checked === null ? '' : checked ? '(x) ' : '( ) ', label, enabled ? '' : ' [off]'].join(''),
  );
const closeWindow = ({ app, page }: Running): Promise<unknown> =>
  Promise.all([
    page.waitForEvent('close'),
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  ]);
const getCodes = async (window: LatchkeyWindow): Promise<string[]> => {
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await window.recoveryCodes.generateNew();
  await window.recoveryCodes.reveal.click();
  await expect(window.recoveryCodes.codes).toHaveCount(10);
  return window.recoveryCodes.shown();
};

test('the menu on the bus is that of the snapshot, and follows it', async ({ running, host, service }) => {
  await expect.poll(() => labels(host)).toEqual(['Open Latchkey', 'Lock', 'Quit']);
  const window = new LatchkeyWindow(running.page);
  await window.addAccount.connectOwn({ label: 'R&D _lab', serviceUrl: service.url, token: service.token });
  await expect(window.verify.heading).toBeVisible();
  await expect
    .poll(() => labels(host))
    .toEqual([
      'Quick verify',
      'Text me a code',
      'Copy next recovery code [off]',
      '(x) R&D __lab',
      'Open Latchkey',
      'Lock',
      'Quit',
    ]);
  expect(await host.tooltip()).toBe('Latchkey – R&D _lab');

  await window.open('Settings');
  await window.settings.addAccount.click();
  await window.addAccount.practice.click();
  await expect.poll(() => labels(host)).toContain('(x) Practice service');
  await host.click('R&D');
  await expect(window.accounts.locator('option:checked')).toHaveText('R&D _lab');
  await expect.poll(() => labels(host)).toContain('( ) Practice service');
});

test('a code is texted, and the entry waits as the service does', async ({ window, host, service }) => {
  await expect(window.verify.heading).toBeVisible();
  await expect.poll(() => labels(host)).toContain('Text me a code');
  await host.click('Text me a code');
  await expect.poll(() => service.practice.messages().length).toBe(1);
  await expect.poll(() => labels(host)).toContain('Text me a code [off]');
});

test('the next code is copied, counted down and cleared', async ({ window, running, host, outside }) => {
  const codes = await getCodes(window);
  await windTheClock(running);
  const before = await host.icon();
  await host.click('Copy next recovery code (10 left)');
  await expect(running.page.getByText(/Clearing the clipboard in \d+ s/)).toBeVisible();
  expect(await outside.read()).toBe(codes[0]);
  expect(await host.tooltip()).toMatch(/^Latchkey – Work\nClearing the clipboard in (60|5\d) s$/);
  await expect.poll(() => outside.read()).toBe('');
  await expect(running.page.getByText(/Clearing the clipboard/)).toBeHidden();
  await expect.poll(() => host.tooltip()).toBe('Latchkey – Work');

  for (let left = 9; left > 3; left -= 1) {
    await expect.poll(() => labels(host)).toContain(`Copy next recovery code (${left} left)`);
    await host.click('Copy next recovery code');
  }
  await expect.poll(() => host.tooltip()).toContain('Work: 3 recovery codes left');
  expect((await host.icon()).pixels.equals(before.pixels)).toBe(false);
});

test('what was copied elsewhere since is left alone', async ({ window, running, host, outside }) => {
  const codes = await getCodes(window);
  await windTheClock(running);
  await host.click('Copy next recovery code');
  await expect.poll(() => outside.read()).toBe(codes[0]);
  await outside.write('a shopping list');
  await expect(running.page.getByText(/Clearing the clipboard/)).toBeHidden();
  await expect.poll(() => host.tooltip()).toBe('Latchkey – Work');
  expect(await outside.read()).toBe('a shopping list');
});

test('quitting clears the clipboard, and nothing of somebody else', async ({
  window,
  running,
  host,
  outside,
  profile,
  start,
}) => {
  const codes = await getCodes(window);
  await host.click('Copy next recovery code');
  await expect.poll(() => outside.read()).toBe(codes[0]);
  // On X11 the clipboard goes with its owner anyway, so that only this tells who cleared it.
  const witness = path.join(profile, 'cleared');
  await running.app.evaluate(({ clipboard }, file) => {
    const clear = clipboard.clear.bind(clipboard);
    clipboard.clear = () => {
      clear();
      process.getBuiltinModule('fs').writeFileSync(file, 'cleared');
    };
  }, witness);
  await running.quit();
  expect(await readFile(witness, 'utf8')).toBe('cleared');
  expect(await outside.read()).toBe('');

  await expect.poll(() => host.shown).toBe(0);
  await start();
  await expect.poll(() => host.shown).toBe(1);
  await expect.poll(() => labels(host)).toContain('Copy next recovery code (9 left)');
  await host.click('Copy next recovery code');
  await expect.poll(() => outside.read()).toBe(codes[1]);
  await outside.write('a shopping list');
  await host.click('Quit');
  await expect.poll(() => host.shown).toBe(0);
  expect(await outside.read()).toBe('a shopping list');
});

test('closing the window leaves Latchkey in the tray, which opens and quits it', async ({
  window,
  running,
  host,
}) => {
  await expect(window.verify.heading).toBeVisible();
  await closeWindow(running);
  expect(await labels(host)).toContain('(x) Work');
  const [page] = await Promise.all([running.app.waitForEvent('window'), host.click('Open Latchkey')]);
  await expect(new LatchkeyWindow(page).verify.heading).toBeVisible();

  const ended = new Promise((resolve) => running.process.once('exit', resolve));
  await host.click('Quit');
  expect(await ended).toBe(0);
});

test('a click on the icon opens the window', async ({ window, running, host }) => {
  await expect(window.verify.heading).toBeVisible();
  await closeWindow(running);
  const [page] = await Promise.all([running.app.waitForEvent('window'), host.activate()]);
  await expect(new LatchkeyWindow(page).verify.heading).toBeVisible();
});

test('what fails in the tray is said in the window', async ({ window, running, host, service }) => {
  await expect(window.verify.heading).toBeVisible();
  await closeWindow(running);
  await service.practice.close();
  const [page] = await Promise.all([running.app.waitForEvent('window'), host.click('Text me a code')]);
  const again = new LatchkeyWindow(page);
  await expect(again.alert).toContainText('The service cannot be reached');
  await again.alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect(again.alert).toHaveCount(0);
});

test('told so, closing the window quits', async ({ window, running }) => {
  await window.open('Settings');
  const choice = running.page.getByRole('checkbox', { name: 'Stay in the tray' });
  await expect(choice).toBeChecked();
  await choice.click();
  await expect(choice).not.toBeChecked();
  const ended = new Promise((resolve) => running.process.once('exit', resolve));
  await closeWindow(running).catch(() => undefined);
  expect(await ended).toBe(0);
});

test('when the tray goes, the window comes back to the taskbar', async ({
  window,
  running,
  host,
  session,
}) => {
  await expect(window.verify.heading).toBeVisible();
  await closeWindow(running);
  const opened = running.app.waitForEvent('window');
  host.stop();
  const page = await opened;
  const again = new LatchkeyWindow(page);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.restore());
  await again.open('Settings');
  await expect(page.getByText('This desktop shows no tray')).toBeVisible();

  const next = await TrayHost.start(session.env);
  await expect.poll(() => next.shown).toBe(1);
  await expect(page.getByRole('checkbox', { name: 'Stay in the tray' })).toBeChecked();
  next.stop();
  await expect(page.getByText('This desktop shows no tray')).toBeVisible();
});

connected('without a tray, closing the window quits', async ({ window, running }) => {
  await window.open('Settings');
  await expect(running.page.getByText('This desktop shows no tray')).toBeVisible();
  const ended = new Promise((resolve) => running.process.once('exit', resolve));
  await closeWindow(running).catch(() => undefined);
  expect(await ended).toBe(0);
});
