import path from 'node:path';
import type { Locator } from '@playwright/test';
import type { Session } from '../../../scripts/desktop/session.mjs';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { LockPage } from '../../pages/lock-page';
import { openWithPassphrase } from '../../witness/age-command';
import { heapOfMain, heapOfPage } from '../../witness/heaps';
import { searchMemory } from '../../witness/raw-memory';
import { expect, type Service, test } from '../ground/fixtures';
import type { Running } from '../ground/launcher';
import { keyIn, openVault } from '../ground/open-vault';
import type { VaultText } from '../ground/vault-text';

test.skip(process.platform !== 'linux', 'reads the memory of processes as Linux shows it');

/** Milliseconds after a lock in which everything goes. */
const patience = 15_000;
const passphrase = 'lantern-pebble-orbit-1998';

type Secrets = Readonly<Record<string, string>>;

/** Key by key, as a person does: pasted, it would lie in the messages of the test's driver, too. */
async function type(field: Locator, text: string): Promise<void> {
  await field.clear();
  await field.pressSequentially(text);
}

/** An account with ten codes that stand on the screen. Gives all that must not be left in memory. */
async function withSecrets(
  { page }: Running,
  { url, token }: Service,
  profile: string,
  session: Session,
): Promise<Secrets> {
  const window = new LatchkeyWindow(page);
  const { addAccount, verify, recoveryCodes } = window;
  await addAccount.connect.click();
  await addAccount.label.fill('Work');
  await addAccount.serviceUrl.fill(url);
  await type(addAccount.token, token);
  await addAccount.submit.click();
  await expect(verify.heading).toBeVisible();
  await window.open('Recovery codes');
  await recoveryCodes.fetch.click();
  await recoveryCodes.generateNew();
  await recoveryCodes.reveal.click();
  await expect(recoveryCodes.codes).toHaveCount(10);
  // Not read off the screen: they would go through main on their way to the test.
  const { store } = JSON.parse(await openVault(profile, session)) as VaultText;
  const codes = Object.values(store.facts).flatMap(({ body }) => body.codes ?? []);
  expect(new Set(codes).size).toBe(10);
  return {
    ...Object.fromEntries(codes.map((code, place) => [`code ${place + 1}`, code])),
    token,
    'key of the vault': (await keyIn(profile, session))?.trim() ?? '',
  };
}

const foundIn = (heap: string, secrets: Secrets): string[] =>
  Object.entries(secrets).flatMap(([name, secret]) => (heap.includes(secret) ? [name] : []));

/** The processes of the app, by what they are. */
const processes = ({ app }: Running): Promise<{ pid: number; what: string }[]> =>
  app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid, type: kind, name }) => ({ pid, what: name ?? kind })),
  );

/** What lies about in the memory of all processes but main, by process. */
async function lyingAbout(running: Running, secrets: Secrets): Promise<string[]> {
  const others = (await processes(running)).filter(({ what }) => what !== 'Browser');
  const found = await Promise.all(
    others.map(async ({ pid, what }) => {
      // One that ended meanwhile has no memory.
      const inThis = await searchMemory(pid, secrets).catch(() => ({}));
      return Object.entries(inThis).flatMap(([name, times]) => (times > 0 ? [`${what}: ${name}`] : []));
    }),
  );
  return found.flat();
}

/** How often each kind of secret lies about in main: told, and not promised. */
async function noteMain(running: Running, secrets: Secrets, when: string): Promise<void> {
  const found = Object.entries(await searchMemory(running.process.pid ?? NaN, secrets));
  const kinds = [...new Set(found.map(([name]) => name.replace(/ \d+$/, '')))];
  const told = kinds.map((kind) => {
    const times = found.filter(([name]) => name.replace(/ \d+$/, '') === kind).map(([, count]) => count);
    return `${kind} ${times.reduce((sum, count) => sum + count, 0)}`;
  });
  console.log(`Raw memory of main, ${when}: ${told.join(', ')}`);
}

/** Looks until nothing is found, or until a look that began when the time was over. A look may take seconds. */
async function stillThere(look: () => Promise<string[]>): Promise<string[]> {
  const end = Date.now() + patience;
  for (;;) {
    const isLast = Date.now() >= end;
    const found = await look();
    if (found.length === 0 || isLast) return found;
  }
}

/** What must hold after a lock. */
async function nothingIsLeft(running: Running, secrets: Secrets): Promise<void> {
  expect(await stillThere(async () => foundIn(await heapOfMain(running.app), secrets))).toEqual([]);
  expect(await stillThere(async () => foundIn(await heapOfPage(running.page), secrets))).toEqual([]);
  expect(await stillThere(() => lyingAbout(running, secrets))).toEqual([]);
}

test('with the keychain, a lock leaves no secret in the heaps, and none in any process but main', async ({
  start,
  service,
  profile,
  session,
}) => {
  test.slow();
  const running = await start();
  const secrets = await withSecrets(running, service, profile, session);
  const codes = Object.keys(secrets).filter((name) => name.startsWith('code'));
  expect(foundIn(await heapOfMain(running.app), secrets), 'a search like this finds them').toEqual(
    expect.arrayContaining(codes),
  );
  expect(foundIn(await heapOfPage(running.page), secrets)).toEqual(expect.arrayContaining(codes));
  expect(await lyingAbout(running, secrets)).toEqual(
    expect.arrayContaining([...codes.map((name) => `Tab: ${name}`), 'Latchkey keychain: key of the vault']),
  );
  await noteMain(running, secrets, 'open');
  const lock = new LockPage(running.page);
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  await nothingIsLeft(running, secrets);
  await noteMain(running, secrets, 'locked');
  await lock.unlock.click();
  await new LatchkeyWindow(running.page).recoveryCodes.reveal.waitFor();
});

test('with a passphrase, neither it nor what it opens is left', async ({
  start,
  service,
  profile,
  session,
}) => {
  test.slow();
  const running = await start();
  const before = { ...(await withSecrets(running, service, profile, session)), passphrase };
  const window = new LatchkeyWindow(running.page);
  const lock = new LockPage(running.page);
  await window.open('Settings');
  await running.page.getByRole('button', { name: 'Ask for a passphrase' }).click();
  await type(lock.passphrase, passphrase);
  await lock.dialog.getByRole('checkbox', { name: 'I have written it down' }).check();
  await lock.dialog.getByRole('button', { name: 'Ask for a passphrase' }).click();
  await expect(running.page.getByText('From now on Latchkey asks for the passphrase.')).toBeVisible();
  const sealed = await openWithPassphrase(path.join(profile, 'vault-key.age'), passphrase);
  const [newKey = ''] = /AGE-SECRET-KEY-1\w+/.exec(sealed ?? '') ?? [];
  expect(newKey).not.toBe('');
  const secrets = { ...before, 'new key of the vault': newKey };
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  await nothingIsLeft(running, secrets);
  await noteMain(running, secrets, 'locked');

  await type(lock.passphrase, passphrase);
  await lock.unlock.click();
  await expect(lock.heading).toBeHidden();
  await window.open('Recovery codes');
  await window.recoveryCodes.reveal.click();
  await expect(window.recoveryCodes.codes).toHaveCount(10);
  expect(await lyingAbout(running, secrets), 'the page knows what was typed').toContain('Tab: passphrase');
  await lock.lock.click();
  await expect(lock.heading).toBeVisible();
  await nothingIsLeft(running, secrets);
  await noteMain(running, secrets, 'unlocked and locked');
});
