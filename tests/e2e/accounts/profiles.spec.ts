import { chown, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { LockPage } from '../../pages/lock-page';
import { TakenOverPage } from '../../pages/taken-over-page';
import { expect, type Service } from '../ground/fixtures';
import { secretsIn, tokensIn } from '../ground/keyring';
import { launch, type Running, runUntilEnd } from '../ground/launcher';
import { makeFirstVersion } from '../ground/first-version';
import { identityEntry, keyIn } from '../ground/open-vault';
import { withCodes } from '../ground/with-codes';

const passphrase = 'lantern pebble orbit';

const test = withCodes.extend<{ second: string }>({
  /** Another profile folder on the same computer. */
  second: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-second-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** Shows that a profile that was started anew has its token and its codes. */
async function expectIntact(
  { page }: Running,
  { practice }: Service,
  codes: readonly string[],
): Promise<void> {
  const window = new LatchkeyWindow(page);
  await window.verify.requestCode();
  await window.verify.type(practice.messages().at(-1)?.code ?? '');
  await expect(window.verify.status).toContainText('Code accepted');
  await window.open('Recovery codes');
  await window.recoveryCodes.reveal.click();
  await expect(window.recoveryCodes.codes).toHaveCount(10);
  expect(await window.recoveryCodes.shown()).toEqual(codes);
}

test('a passphrase in a copy leaves the profile its key and its token', async ({
  codes,
  running,
  profile,
  second,
  session,
  service,
  start,
}) => {
  // The key is sealed and opened twice, which takes seconds on a busy computer.
  test.slow();
  await running.quit();
  await cp(profile, second, { recursive: true });
  const copy = await launch(second, session.env);
  const inCopy = new LatchkeyWindow(copy.page);
  await inCopy.open('Settings');
  await new LockPage(copy.page).askFor(passphrase);
  await inCopy.settings.remove('Work');
  await expect(copy.page.getByText('There is no account yet.')).toBeVisible();
  await copy.quit();
  expect(await identityEntry(second)).not.toBe(await identityEntry(profile));
  expect(await tokensIn(session)).toContain(service.token);

  await expectIntact(await start(), service, codes);
});

test('a profile of the first version asks once whose its accounts are, and sends nothing before', async ({
  codes,
  running,
  profile,
  session,
  service,
  start,
}) => {
  const identity = (await keyIn(profile, session)) ?? '';
  await running.quit();
  await makeFirstVersion({ profile, identity, session, service, codes });
  const asked = service.practice.seen().length;

  const again = await start();
  // What another program has put into the keyring is given out after a probe alone, which nobody is asked for at a start.
  await new LockPage(again.page).unlock.click();
  const sheet = new TakenOverPage(again.page);
  await expect(sheet.rows).toHaveCount(1);
  await expect(sheet.rows).toContainText('Work');
  await sheet.notNow.click();
  const window = new LatchkeyWindow(again.page);
  await window.verify.textMe.click();
  await expect(window.alert).toBeVisible();
  expect(service.practice.seen()).toHaveLength(asked);
  await sheet.look.first().click();
  await sheet.believe.click();
  await expect(sheet.sheet).toBeHidden();
  await expectIntact(again, service, codes);

  expect(await keyIn(profile, session)).toBe(identity);
  const kept = await secretsIn(session);
  expect(kept.filter((one) => one === identity)).toHaveLength(2);
  expect(kept).toContain(service.token);
  expect(await tokensIn(session)).toEqual([service.token]);
  const settings = await readFile(path.join(profile, 'settings.json'), 'utf8');
  const before = await readFile(path.join(profile, 'settings.json.bak'), 'utf8');
  for (const text of [settings, before]) expect(text).not.toContain('Work');
});

test('a profile folder of another user gets a sentence and code 2', async ({ second, session }) => {
  const isRoot = process.getuid?.() === 0;
  // Only root can give a folder away; everybody else finds one that is root's.
  if (isRoot) await chown(second, 12_345, 12_345);
  const { status, stderr } = runUntilEnd(isRoot ? second : '/usr', session.env);
  expect(status).toBe(2);
  expect(stderr).toContain('belongs to another user');
});
