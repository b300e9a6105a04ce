import type { Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { QuickVerifyPage } from '../../pages/quick-verify-page';
import { expect } from '../ground/fixtures';
import { launch, type Running, runUntilEnd } from '../ground/launcher';
import { test } from '../ground/own-screen';

test.skip(process.platform !== 'linux', 'needs a screen of its own');

/** Every window with what a person sees of it. */
const windows = ({ app }: Running): Promise<{ title: string; seen: boolean; focused: boolean }[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      title: window.getTitle(),
      seen: window.isVisible(),
      focused: window.isFocused(),
    })),
  );
const quickIs = async (running: Running, state: { seen: boolean; focused: boolean }): Promise<void> => {
  await expect
    .poll(async () => (await windows(running)).find(({ title }) => title.startsWith('Quick')))
    .toMatchObject(state);
};

/** On the keyboard of the screen, whoever has the focus there. */
const press = (keys: string, { env }: { env: NodeJS.ProcessEnv }): unknown =>
  spawnSync('xdotool', ['key', '--clearmodifiers', keys], { env });

/** Does something that opens quick verify for the first time. */
async function opened(running: Running, how: () => unknown): Promise<QuickVerifyPage> {
  const [page] = await Promise.all([running.app.waitForEvent('window'), how()]);
  await expect(page.getByRole('heading', { name: 'Quick verify' })).toBeAttached();
  return new QuickVerifyPage(page);
}

test('a second start opens it, and a code that is typed there verifies', async ({
  start,
  service,
  profile,
  session,
}) => {
  const running = await start();
  const main = new LatchkeyWindow(running.page);
  await main.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: service.token });
  await expect(main.verify.heading).toBeVisible();
  await main.open('Settings');
  const quick = await opened(running, () => {
    expect(runUntilEnd(profile, session.env, ['--quick-verify']).status).toBe(0);
  });
  await quickIs(running, { seen: true, focused: true });
  await expect(quick.code).toBeFocused();
  await quick.requestCode();
  await quick.type(service.practice.messages().at(-1)?.code ?? '');
  await expect(quick.status).toContainText('Code accepted');
  await quickIs(running, { seen: false, focused: false });
  await expect(quick.code).toHaveValue('');
  await expect(running.page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('the shortcut opens it, it offers the code on the clipboard, and Esc closes it', async ({
  start,
  service,
  session,
}) => {
  const running = await start();
  const main = new LatchkeyWindow(running.page);
  await main.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: service.token });
  await expect(main.verify.heading).toBeVisible();
  await running.app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('135 246');
  });
  const quick = await opened(running, () => press('ctrl+shift+l', session));
  await expect(quick.paste).toHaveText('Paste 135 246?');
  await quick.type('12');
  press('Escape', session);
  await quickIs(running, { seen: false, focused: false });
  press('ctrl+shift+l', session);
  await quickIs(running, { seen: true, focused: true });
  await expect(quick.code).toHaveValue('');
  // The keyboard itself, not the driver: the field has the focus of the screen.
  spawnSync('xdotool', ['type', '--delay', '30', '777777'], session);
  await expect(quick.status).toContainText('The service refused this code');
});

test('the clipboard is told to quick verify alone', async ({ start, profile, session }) => {
  const running = await start();
  await running.app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('135 246');
  });
  const ask = (page: Page): Promise<unknown> =>
    page.evaluate(() => window.latchkey.calls['offerClipboardCode']?.({}));
  const refused = { ok: false, failure: { code: 'bad-input' } };
  expect(await ask(running.page)).toEqual(refused);
  const quick = await opened(running, () => runUntilEnd(profile, session.env, ['--quick-verify']));
  await quickIs(running, { seen: true, focused: true });
  expect(await ask(quick.page)).toEqual({ ok: true, value: { code: '135246', byLink: false } });
  expect(await ask(running.page)).toEqual(refused);
  await quick.page.keyboard.press('Escape');
  await quickIs(running, { seen: false, focused: false });
  expect(await ask(quick.page)).toEqual(refused);
});

test('the link opens it and gives it nothing', async ({ start, service, profile, session }) => {
  const running = await start();
  const main = new LatchkeyWindow(running.page);
  await main.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: service.token });
  await expect(main.verify.heading).toBeVisible();
  const asked = service.practice.seen().length;
  const quick = await opened(running, () =>
    runUntilEnd(profile, session.env, ['latchkey://quick-verify?code=123456&account=evil']),
  );
  await expect(quick.code).toHaveValue('');
  expect(service.practice.seen()).toHaveLength(asked);
  const other = runUntilEnd(profile, session.env, ['latchkey://verify/123456']);
  expect(other.status).toBe(2);
  expect(other.stderr).not.toContain('123456');
});

test('a code that a web page put on the clipboard before it opened the link waits for Enter', async ({
  start,
  service,
  profile,
  session,
}) => {
  const running = await start();
  const main = new LatchkeyWindow(running.page);
  await main.addAccount.connectOwn({ label: 'Work', serviceUrl: service.url, token: service.token });
  await expect(main.verify.heading).toBeVisible();
  await running.app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('135 246');
  });
  const asked = service.practice.seen().length;
  const openByLink = (): unknown => runUntilEnd(profile, session.env, ['latchkey://quick-verify']);
  const quick = await opened(running, openByLink);
  await quickIs(running, { seen: true, focused: true });
  // A click that was meant for the web page.
  await quick.paste.click();
  await expect(quick.code).toHaveValue('135246');
  await expect(quick.page.getByText('press Enter to verify the code')).toBeVisible();
  expect(service.practice.seen()).toHaveLength(asked);
  press('Return', session);
  await expect(quick.status).toContainText('The service refused this code');
  expect(service.practice.seen()).toHaveLength(asked + 1);

  // The person opens it, and a link brings it to the front while it is open.
  press('Escape', session);
  await quickIs(running, { seen: false, focused: false });
  await running.app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('246 135');
  });
  press('ctrl+shift+l', session);
  await expect(quick.paste).toHaveText('Paste 246 135?');
  openByLink();
  await quick.paste.click();
  await expect(quick.page.getByText('press Enter to verify the code')).toBeVisible();
  expect(service.practice.seen()).toHaveLength(asked + 1);
});

test('as a first start it opens alone, and nothing goes on where there is no tray', async ({
  profile,
  session,
}) => {
  const running = await launch(profile, session.env, ['--quick-verify']);
  const ended = new Promise<number | null>((resolve) => running.process.once('exit', resolve));
  const quick = new QuickVerifyPage(running.page);
  await expect(quick.openLatchkey).toBeVisible();
  expect(await windows(running)).toHaveLength(1);
  const [main] = await Promise.all([running.app.waitForEvent('window'), quick.openLatchkey.click()]);
  await expect(main.getByRole('button', { name: 'Connect your service' })).toBeVisible();
  await quickIs(running, { seen: false, focused: false });
  await main.close();
  expect(await ended).toBe(0);
});
