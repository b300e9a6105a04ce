import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { listenFor, type Listeners } from '../../witness/listeners';
import { expect, test as base } from '../ground/fixtures';
import { launch, type Running } from '../ground/launcher';
import { askedDomain, tryWaysOut, waysOut } from '../ground/ways-out';

const test = base.extend<{ outside: Listeners<(typeof waysOut)[number]> }>({
  outside: async ({}, use) => {
    const outside = await listenFor(waysOut);
    await use(outside);
    outside.close();
  },
});

/** Elsewhere Chromium still asks for the name of a WebRTC relay: the network code has a process of its own there. */
const forgetsNames = process.platform === 'linux';

/** Loads a page again without the rules that it came with, as if a hole in Chromium had switched them off. */
async function withoutItsRules(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
}

test('script in the window reaches nobody, although its rules are off', async ({
  start,
  profile,
  outside,
}) => {
  const { app, page } = await start();
  const window = new LatchkeyWindow(page);
  await withoutItsRules(page);
  await expect(page.getByRole('button', { name: 'Try it with the practice service' })).toBeVisible();
  const log = path.join(profile, 'network.json');
  await app.evaluate(({ netLog }, file) => netLog.startLogging(file), log);
  await page.evaluate(tryWaysOut, outside.ports);
  await app.evaluate(({ netLog }) => netLog.stopLogging());

  expect.soft(outside.heard()).toEqual([]);
  const names = (await readFile(log, 'utf8')).match(new RegExp(`[\\w.-]*${askedDomain}`, 'g'));
  expect.soft([...new Set(names)]).toEqual(forgetsNames ? [] : [`code-123456.turn.${askedDomain}`]);
  // It goes on working.
  await page.reload();
  await window.addAccount.practice.click();
  await expect(window.verify.heading).toBeVisible();
});

/** A Latchkey that has asked the system for its proxies, for a service that is elsewhere. It is told of one that is not there. */
const asked = test.extend<{ running: Running }>({
  running: async ({ session: { env }, profile }, use) => {
    const running = await launch(profile, env, ['--proxy-server=127.0.0.1:4']);
    const { addAccount, verify } = new LatchkeyWindow(running.page);
    await addAccount.connectOwn({
      label: 'Work',
      serviceUrl: 'https://service.example',
      token: 'token-of-ada',
    });
    await verify.textMe.click();
    await expect(running.page.getByRole('alert')).toBeVisible();
    await use(running);
    await running.quit();
  },
});

asked('every session of a page is fenced, that of main knows names and proxies', async ({ running }) => {
  const seen = await running.app.evaluate(async ({ BrowserWindow, session }) => {
    const look = async (one: Electron.Session): Promise<Record<string, unknown>> => ({
      proxy: await one.resolveProxy('https://service.example/'),
      here: await one.resolveProxy('http://127.0.0.1/'),
      request: await one.fetch('http://127.0.0.1:1/').catch(String),
      name: await one.resolveHost('localhost').then(
        ({ endpoints }) => endpoints.length > 0,
        () => false,
      ),
    });
    const later = session.fromPartition('made-later');
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'made-later' } });
    const policies = [window, ...BrowserWindow.getAllWindows()].map(({ webContents }) =>
      webContents.getWebRTCIPHandlingPolicy(),
    );
    const found = {
      own: await look(session.defaultSession),
      later: await look(later),
      ofMain: await look(session.fromPartition('proxies')),
      policies: [...new Set(policies)],
    };
    window.destroy();
    return found;
  });
  const nowhere = { proxy: 'PROXY 127.0.0.1:1', here: 'PROXY 127.0.0.1:1' };
  const fenced = { ...nowhere, request: 'Error: net::ERR_BLOCKED_BY_CLIENT', name: !forgetsNames };
  expect(seen).toEqual({
    own: fenced,
    later: fenced,
    ofMain: {
      proxy: 'PROXY 127.0.0.1:4',
      here: 'DIRECT',
      request: 'Error: net::ERR_UNSAFE_PORT',
      name: true,
    },
    policies: ['disable_non_proxied_udp'],
  });
});

asked('a page that is made in the session of main closes it', async ({ running }) => {
  const said = await running.app.evaluate(async ({ BrowserWindow, session }) => {
    const ask = (): Promise<unknown> =>
      session.fromPartition('proxies').fetch('http://127.0.0.1:1/').catch(String);
    const before = await ask();
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'proxies' } });
    const after = await ask();
    window.destroy();
    return [before, after];
  });
  expect(said).toEqual(['Error: net::ERR_UNSAFE_PORT', 'Error: net::ERR_BLOCKED_BY_CLIENT']);
});
