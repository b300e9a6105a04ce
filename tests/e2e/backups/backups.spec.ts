import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { openWithKey } from '../../witness/age-command';
import { noSecretIn } from '../../witness/no-secret-in';
import { backedUp as test, backupsIn, passphrase } from '../ground/backed-up';
import { choose } from '../ground/dialogs';
import { expect } from '../ground/fixtures';

const statesIn = (text: string): string[] =>
  [...text.matchAll(/"state": "([a-z-]+)"/g)].map(([, state = '']) => state);

test('the age command opens every backup, which holds the last change; nothing lies in the clear', async ({
  codes,
  folder,
  window,
  profile,
  service,
}) => {
  const [first = ''] = await backupsIn(folder);
  const text = (await openWithKey(folder, passphrase, first)) ?? '';
  for (const code of codes) expect(text).toContain(code);
  expect(text).not.toContain(service.token);
  expect(await openWithKey(folder, 'another passphrase', first)).toBeNull();

  await window.open('Recovery codes');
  await window.recoveryCodes.useNext.click();
  await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');
  await expect.poll(() => backupsIn(folder)).toHaveLength(2);
  const [second = ''] = await backupsIn(folder);
  expect(statesIn((await openWithKey(folder, passphrase, second)) ?? '')).toEqual([
    'used',
    ...Array<string>(9).fill('unused'),
  ]);

  await noSecretIn([profile, folder], [...codes, passphrase, service.token]);
});

test('at most five backups are kept, and a check says what differs', async ({ folder, window }) => {
  await window.open('Recovery codes');
  for (let left = 9; left >= 2; left -= 1) {
    await window.recoveryCodes.useNext.click();
    await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', `${left} of 10 left`);
  }
  await window.open('Backups');
  await expect(window.backups.folders).toContainText('Up to date');
  await expect(window.backups.folders).toContainText('5 backups kept');
  expect(await backupsIn(folder)).toHaveLength(5);

  await window.backups.check(path.basename(folder), passphrase);
  await expect(window.backups.dialog).toContainText('all 10 codes are there', { timeout: 20_000 });
});

test('a check reads the disk: a damaged backup is told, and an older one is opened', async ({
  folder,
  window,
}) => {
  await window.open('Recovery codes');
  await window.recoveryCodes.useNext.click();
  await expect.poll(() => backupsIn(folder)).toHaveLength(2);
  await window.open('Backups');
  await expect(window.backups.folders).toContainText('Up to date');
  const [newest = ''] = await backupsIn(folder);
  const whole = await readFile(path.join(folder, newest));
  await writeFile(path.join(folder, newest), whole.subarray(0, whole.length - 20));

  await window.backups.check(path.basename(folder), passphrase);
  await expect(window.backups.dialog).toContainText(newest, { timeout: 20_000 });
  await expect(window.backups.dialog).toContainText('1 code has another mark or note there');
  await window.backups.dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(window.backups.folders).toContainText('Up to date');
});

test('while the folder is away the codes change all the same, and it catches up when it is back', async ({
  folder,
  window,
}) => {
  const away = `${folder}-away`;
  await rename(folder, away);
  await window.open('Recovery codes');
  await window.recoveryCodes.useNext.click();
  await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');
  await window.open('Backups');
  await expect(window.backups.folders).toContainText('Folder not there');

  await rename(away, folder);
  await window.open('Settings');
  await window.open('Backups');
  await expect(window.backups.folders).toContainText('Up to date');
  expect(await backupsIn(folder)).toHaveLength(2);
});

test('new codes are not asked for before the backup folder was written, or the person says so', async ({
  folder,
  window,
  service,
  running,
}) => {
  await rename(folder, `${folder}-away`);
  const asked = (): number => service.practice.seen().filter(({ method }) => method === 'POST').length;
  const before = asked();
  await window.open('Recovery codes');
  await window.recoveryCodes.generate.click();
  await window.recoveryCodes.confirm.click();
  const anyway = running.page.getByRole('button', { name: 'Generate without a backup' });
  await expect(anyway).toBeVisible();
  expect(asked()).toBe(before);
  await anyway.click();
  await expect.poll(asked).toBe(before + 1);
  await expect(window.recoveryCodes.status.filter({ hasText: 'The service gave new codes' })).toBeVisible();
  await rename(`${folder}-away`, folder);
});

test('after a change of passphrase the new one opens old and new backups, and the old one none', async ({
  folder,
  window,
  codes,
}) => {
  const next = 'a passphrase of another kind';
  await window.backups.changePassphrase.click();
  await window.backups.currentPassphrase.fill(passphrase);
  await window.backups.newPassphrase.fill(next);
  await window.backups.writtenDown.check();
  await window.backups.submit.click();
  await expect(window.backups.dialog).toHaveCount(0, { timeout: 20_000 });
  const [first = ''] = await backupsIn(folder);
  expect(await openWithKey(folder, passphrase, first)).toBeNull();
  expect(await openWithKey(folder, next, first)).toContain(codes[0]);
});

test('a backup that was due when Latchkey was killed is written at the next start', async ({
  folder,
  window,
  running,
  start,
}) => {
  const away = `${folder}-away`;
  await rename(folder, away);
  await window.open('Recovery codes');
  await window.recoveryCodes.useNext.click();
  await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');
  running.process.kill('SIGKILL');
  await rename(away, folder);

  const again = new LatchkeyWindow((await start()).page);
  await expect.poll(() => backupsIn(folder)).toHaveLength(2);
  await again.open('Backups');
  await expect(again.backups.folders).toContainText('Up to date');
});

test('a folder with another computer’s backups is left as it is', async ({ folder, window, running }) => {
  const other = `${folder}-other`;
  await mkdir(other);
  const key = path.join(other, 'latchkey-key.age');
  await writeFile(key, '-----BEGIN AGE ENCRYPTED FILE-----\nsomebody else’s\n');
  await choose(running, { open: other });
  await window.backups.addFolder.click();
  await expect(window.alert).toContainText('another passphrase');
  expect(await readFile(key, 'utf8')).toContain('somebody else’s');
  expect(await backupsIn(other)).toEqual([]);
});
