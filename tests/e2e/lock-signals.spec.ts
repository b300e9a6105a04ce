import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TrayHost } from '../../scripts/desktop/tray-host.mjs';
import { LatchkeyWindow } from '../pages/latchkey-window';
import { LockPage } from '../pages/lock-page';
import { type Absences, startLoginManager, startScreenSaver } from '../witness/login-manager';
import { expect } from './fixtures';
import type { Running } from './launcher';
import { withCodes } from './with-codes';

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

/** What the heaps of main and of the window hold, as V8 writes them out. */
async function heaps({ app, page }: Running): Promise<string> {
  const file = path.join(tmpdir(), `latchkey-heap-${process.pid}-${Date.now()}.heapsnapshot`);
  await app.evaluate((_electron, name) => {
    process.getBuiltinModule('node:v8').writeHeapSnapshot(name);
  }, file);
  const ofMain = await readFile(file, 'utf8');
  await rm(file);
  const devtools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.detach();
  return [ofMain, ...chunks].join('');
}

/** The vault's key, and not what recognizes one. */
const key = /AGE-SECRET-KEY-1[0-9A-Z]{8}/;

test('no code is left in the memory of main or of the window', async ({ running, window, codes }) => {
  // Two heaps are written out and read, several times.
  test.slow();
  await window.recoveryCodes.useNext.click();
  const open = await heaps(running);
  expect(
    codes.filter((code) => open.includes(code)),
    'while open, a search like this finds them',
  ).toEqual(codes);
  const lock = new LockPage(running.page);
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  await expect
    .poll(async () => {
      const locked = await heaps(running);
      return [...codes.filter((code) => locked.includes(code)), ...(key.exec(locked) ?? [])].length;
    })
    .toBe(0);
  await lock.unlock.click();
  await new LatchkeyWindow(running.page).recoveryCodes.reveal.waitFor();
});
