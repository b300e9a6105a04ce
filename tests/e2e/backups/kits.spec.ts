import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSession } from '../../../scripts/desktop/session.mjs';
import { KitPage } from '../../pages/kit-page';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { RestorePage } from '../../pages/restore-page';
import { openWithIdentity, openWithPassphrase, sealWithPassphrase } from '../../witness/age-command';
import { noSecretIn } from '../../witness/no-secret-in';
import { qrCodesIn } from '../../witness/qr-codes';
import { choose } from '../ground/dialogs';
import { expect } from '../ground/fixtures';
import { launch, type Running } from '../ground/launcher';
import { withCodes } from '../ground/with-codes';

const passphrase = 'Zwölf Boxkämpfer jagen Viktor'.normalize('NFC');

interface Fixtures {
  /** An empty folder, such as a drive. */
  drive: string;
  /** Starts Latchkey on another computer: an empty profile, and a keyring of its own. */
  elsewhere: () => Promise<Running>;
}

const test = withCodes.extend<Fixtures>({
  drive: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-drive-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  elsewhere: async ({ sharedScreen }, use) => {
    const session = await startSession({ display: sharedScreen?.name });
    const profile = await mkdtemp(path.join(tmpdir(), 'latchkey-elsewhere-'));
    const started: Running[] = [];
    await use(async () => {
      const running = await launch(profile, session.env);
      started.push(running);
      return running;
    });
    for (const running of started) await running.quit().catch(() => undefined);
    await session.dispose();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** Saves a kit by passphrase. Gives the file. */
async function saveKit(running: Running, window: LatchkeyWindow, drive: string): Promise<string> {
  await choose(running, { saveIn: drive });
  await window.open('Backups');
  await window.backups.exportKit.click();
  const kit = new KitPage(running.page);
  await kit.type(passphrase);
  await kit.submit.click();
  await expect(kit.saved).toContainText('Saved', { timeout: 20_000 });
  const [name = ''] = await readdir(drive);
  return path.join(drive, name);
}

/** On the other computer: restores what the next dialog gives, and goes to the codes. */
async function restoreFrom(running: Running, file: string): Promise<LatchkeyWindow> {
  const window = new LatchkeyWindow(running.page);
  const restore = new RestorePage(running.page);
  await choose(running, { open: file });
  await running.page.getByRole('button', { name: 'Restore' }).click();
  await restore.chooseFile.click();
  await restore.open(passphrase.normalize('NFD'));
  await expect(restore.rows).not.toHaveCount(0, { timeout: 20_000 });
  await restore.restore.click();
  await expect(restore.seeCodes).toBeVisible({ timeout: 20_000 });
  return window;
}

test('a kit opens with the age command, and on another computer', async ({
  codes,
  window,
  running,
  drive,
  elsewhere,
  profile,
  service,
}) => {
  await window.recoveryCodes.useNext.click();
  await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');
  const file = await saveKit(running, window, drive);
  const text = (await openWithPassphrase(file, passphrase)) ?? '';
  for (const code of codes) expect(text).toContain(code);
  await noSecretIn([drive, profile], [...codes, passphrase, service.token]);

  const other = await restoreFrom(await elsewhere(), file);
  await other.open('Recovery codes');
  await expect(other.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');
  await other.recoveryCodes.reveal.click();
  expect(await other.recoveryCodes.shown()).toEqual(codes);
  await other.open('Settings');
  await expect(other.settings.account('Work')).toContainText('token', { ignoreCase: true });
});

test('a kit made with age -p alone is restored from', async ({ drive, elsewhere }) => {
  const text = JSON.stringify({
    format: 'latchkey-backup',
    schema: 1,
    accounts: [
      { label: 'Mail', sets: [{ codes: [{ code: 'abcd-1234' }, { code: 'efgh-5678', state: 'used' }] }] },
    ],
  });
  const file = path.join(drive, 'mine.age');
  await writeFile(file, await sealWithPassphrase(text, passphrase));
  const other = await restoreFrom(await elsewhere(), file);
  await other.open('Recovery codes');
  await expect(other.recoveryCodes.others.ledgers.filter({ hasText: 'Mail' })).toContainText('1 of 2 left');
});

test('a kit for a trusted person opens with their key alone', async ({ codes, window, running, drive }) => {
  const keys = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [recipient = ''] = /age1[0-9a-z]+/.exec(keys) ?? [];
  const [identity = ''] = /AGE-SECRET-KEY-1[0-9A-Z]+/.exec(keys) ?? [];
  await choose(running, { saveIn: drive });
  await window.open('Backups');
  await window.backups.exportKit.click();
  const kit = new KitPage(running.page);
  await kit.choose('For a trusted person');
  await kit.recipient.fill(recipient);
  await kit.submit.click();
  await expect(kit.saved).toContainText('Saved');
  const [name = ''] = await readdir(drive);
  expect(await openWithIdentity(path.join(drive, name), identity)).toContain(codes[0]);
});

test('a kit on paper is read back from its QR codes, by hand and by Latchkey', async ({
  codes,
  window,
  running,
  drive,
  profile,
  elsewhere,
}) => {
  await choose(running, { saveIn: drive });
  await window.open('Backups');
  await window.backups.exportKit.click();
  const kit = new KitPage(running.page);
  await kit.choose('On paper');
  await kit.type(passphrase);
  await kit.withCodes.uncheck();
  await kit.showPage.click();
  await expect(kit.saveAsPdf).toBeVisible({ timeout: 20_000 });
  await expect(running.page.getByRole('main')).not.toContainText(codes[0] ?? '');
  await kit.saveAsPdf.click();
  await expect(kit.status).toContainText('.pdf');

  const [pdf = ''] = await readdir(drive);
  const [order, ...parts] = (await qrCodesIn(path.join(drive, pdf))).flat();
  expect(order).toMatch(/^LATCHKEY-KIT:1:[0-9A-F]+$/);
  expect(parts.length).toBeGreaterThan(1);
  const typed = path.join(drive, 'typed.age');
  await writeFile(typed, `${parts.map((part) => part.trimEnd()).join('\n')}\n`);
  const text = (await openWithPassphrase(typed, passphrase)) ?? '';
  for (const code of codes) expect(text).toContain(code);
  await noSecretIn([profile, drive], [...codes, passphrase]);

  const another = await elsewhere();
  const other = new LatchkeyWindow(another.page);
  const restore = new RestorePage(another.page);
  await another.page.getByRole('button', { name: 'Restore' }).click();
  await restore.pictures.setInputFiles(path.join(drive, pdf));
  await restore.open(passphrase);
  await restore.restore.click();
  await expect(restore.seeCodes).toBeVisible();
  await other.open('Recovery codes');
  await other.recoveryCodes.reveal.click();
  expect(await other.recoveryCodes.shown()).toEqual(codes);
});

test('what is no kit is told in a sentence, and a way on', async ({ drive, elsewhere, codes }) => {
  expect(codes).toHaveLength(10);
  const running = await elsewhere();
  const restore = new RestorePage(running.page);
  const window = new LatchkeyWindow(running.page);
  const photo = path.join(drive, 'photo.jpg');
  await writeFile(photo, Buffer.from('ffd8ffe000104a464946', 'hex'));
  const huge = path.join(drive, 'huge.age');
  execFileSync('truncate', ['-s', '2G', huge]);
  const foreign = path.join(drive, 'foreign.age');
  await writeFile(foreign, await sealWithPassphrase('dear diary', passphrase));
  await running.page.getByRole('button', { name: 'Restore' }).click();
  for (const [file, words] of [
    [photo, 'not a sealed file'],
    [huge, 'too large'],
  ] as const) {
    await choose(running, { open: file });
    await restore.chooseFile.click();
    await expect(window.alert).toContainText(words);
  }
  await choose(running, { open: foreign });
  await restore.chooseFile.click();
  await restore.open('not this one');
  await expect(window.alert).toContainText('does not open it', { timeout: 20_000 });
  await restore.open(passphrase);
  await expect(window.alert).toContainText('not a kit or a backup of Latchkey', { timeout: 20_000 });
  expect((await readFile(foreign)).length).toBeGreaterThan(0);
});
