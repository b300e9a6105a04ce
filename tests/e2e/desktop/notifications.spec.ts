import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { NotificationDaemon } from '../../witness/notification-daemon';
import type { TrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { choose } from '../ground/dialogs';
import { expect } from '../ground/fixtures';
import type { Running } from '../ground/launcher';
import { keyIn } from '../ground/open-vault';
import { readVault, rewriteVault } from '../ground/vault-text';
import { withTray } from '../ground/with-tray';

const day = 24 * 3_600_000;

/** On a desktop that shows notifications, too. */
const test = withTray.extend<{ daemon: NotificationDaemon }>({
  daemon: [
    async ({ session }, use) => {
      const daemon = await NotificationDaemon.start(session);
      await use(daemon);
      daemon.stop();
    },
    { auto: true },
  ],
});

const closeWindow = ({ app, page }: Running): Promise<unknown> =>
  Promise.all([
    page.waitForEvent('close'),
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  ]);

/** Uses codes up from the tray, of which there are ten at first. */
async function useUp(host: TrayHost, { from, to }: { from: number; to: number }): Promise<void> {
  for (let left = from; left > to; left -= 1) {
    await expect
      .poll(async () => (await host.menu()).map(({ label }) => label))
      .toContain(`Copy next recovery code (${left} left)`);
    await host.click('Copy next recovery code');
  }
}

test('few codes are told at three and at one, and a click leads to them', async ({
  window,
  running,
  host,
  daemon,
  service,
}) => {
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await window.recoveryCodes.generateNew();
  await window.recoveryCodes.reveal.click();
  const codes = await window.recoveryCodes.shown();
  await closeWindow(running);
  await useUp(host, { from: 10, to: 3 });
  await expect.poll(() => daemon.displayed()).toBe(1);
  const opened = running.app.waitForEvent('window');
  await daemon.click();
  const page = await opened;
  await expect(page.getByRole('heading', { name: 'Recovery codes', level: 1 })).toBeVisible();

  await expect.poll(() => daemon.displayed()).toBe(0);
  // Of what is on the screen in front nothing is told.
  await closeWindow({ ...running, page });
  await useUp(host, { from: 3, to: 1 });
  await expect.poll(() => daemon.displayed()).toBe(1);
  const received = await daemon.received();
  expect(received.map(({ summary }) => summary)).toEqual([
    '1 recovery code left – Work',
    '3 recovery codes left – Work',
  ]);
  expect(received.map(({ appName }) => appName)).toEqual(['Latchkey', 'Latchkey']);
  const said = JSON.stringify(received);
  for (const secret of [...codes, service.token]) expect(said).not.toContain(secret);
});

test('a code that was sent is told to those who do not look, unless switched off', async ({
  window: work,
  running: { app, page },
  daemon,
  service,
}) => {
  await work.open('Settings');
  await work.settings.addAccount.click();
  await work.addAccount.practice.click();
  await expect(work.verify.phone).toBeVisible();
  await work.open('Settings');
  const choice = page.getByRole('checkbox', { name: 'A code was sent' });
  await expect(choice).toBeChecked();
  await choice.click();
  await expect(choice).not.toBeChecked();
  /** Asks for a code as the tray does, for an account that is looked at no longer. */
  const ask = (label: string): Promise<unknown> =>
    page.evaluate(async (wanted) => {
      const reply = (await window.latchkey.calls['readSnapshot']?.({})) as {
        value: { accounts: { id: string; label: string }[] };
      };
      const accountId = reply.value.accounts.find((account) => account.label === wanted)?.id;
      return window.latchkey.calls['requestCode']?.({ accountId });
    }, label);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect(await ask('Work')).toMatchObject({ ok: true });
  await page.evaluate(() => window.latchkey.calls['setNotification']?.({ kind: 'codeSent', on: true }));
  expect(await ask('Practice service')).toMatchObject({ ok: true });
  await expect.poll(() => daemon.displayed()).toBe(1);
  const received = await daemon.received();
  expect(received).toEqual([
    {
      appName: 'Latchkey',
      summary: 'Code sent – Practice service',
      body: 'The service took the request for a text message. Use the newest one.',
    },
  ]);
  for (const { code } of service.practice.messages()) expect(JSON.stringify(received)).not.toContain(code);
});

test('a backup that nobody checked for 90 days is told once, not at each start', async ({
  window,
  running,
  host,
  daemon,
  start,
  profile,
  session,
}) => {
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await window.recoveryCodes.generateNew();
  const folder = path.join(profile, 'backups');
  await mkdir(folder);
  await choose(running, { open: folder });
  await window.open('Backups');
  await window.backups.setUpWith('correct horse battery staple');
  await expect(window.backups.folders).toContainText('Up to date', { timeout: 20_000 });
  await running.quit();
  expect(await daemon.received()).toEqual([]);

  const identity = (await keyIn(profile, session)) ?? '';
  let since = 0;
  await rewriteVault(profile, identity, ({ local, ...vault }) => {
    const { backups } = local;
    if (!backups) throw new Error('no backups are set up');
    since = backups.since - 91 * day;
    const folders = backups.folders.map((one) => ({ ...one, checked: null }));
    return { ...vault, local: { ...local, backups: { ...backups, since, folders } } };
  });

  const second = await start();
  await expect.poll(() => daemon.displayed()).toBe(1);
  await daemon.click();
  await expect(second.page.getByRole('heading', { name: 'Backups', level: 1 })).toBeVisible();
  await expect
    .poll(async () => (await readVault(profile, identity)).local.checkReminderFor)
    .toBe(since + 90 * day);
  await second.quit();

  await start();
  await expect.poll(() => host.shown).toBe(1);
  await useUp(host, { from: 10, to: 3 });
  await expect.poll(() => daemon.displayed()).toBe(1);
  expect((await daemon.received()).map(({ summary }) => summary)).toEqual([
    '3 recovery codes left – Work',
    'Your backup was not checked for 90 days',
  ]);
});
