import { expect, type Page, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import {
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { callOverBus } from '../../scripts/desktop/bus.mjs';
import { processTree } from '../../scripts/bench/processes.mjs';
import { earlierFolder, earlierVersion, packageFolder } from '../../scripts/packaging/places.mjs';
import { autostartEntry } from '../../src-main/edge/login-start/desktop-entry';
import { LatchkeyWindow } from '../pages/latchkey-window';
import { RestorePage } from '../pages/restore-page';
import { sealWithPassphrase } from '../witness/age-command';
import { passwordPrompt } from './password-prompt';
import { startUpdateServer } from './update-server';
import {
  installs,
  refusesExchanged,
  refusesLists,
  refusesPackages,
  refusesWithoutPassword,
  rootsProgramRefuses,
  type Updating,
} from './updating';
import { arrive, type Computer, filesIn, install, installedVersion, purge, systemPaths } from './computer';

const pictures = path.resolve('artifacts/package-tour');
const picture = async (page: Page, name: string): Promise<void> => {
  const about = page.getByRole('heading', { name: 'About' });
  if (await about.isVisible()) await about.evaluate((heading) => heading.scrollIntoView());
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
};
const debIn = (folder: string): string =>
  path.join(folder, readdirSync(folder).find((name) => name.endsWith('.deb')) ?? '');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

test.describe.configure({ mode: 'serial' });

let computer: Computer;
/** What was there before the package. */
let before: Set<string> | undefined;

test.beforeAll(async () => {
  expect(installedVersion(), 'A Latchkey is installed here already, and is not ours to replace.').toBeNull();
  computer = await arrive();
  before = systemPaths();
});

test.afterAll(async () => {
  // Without it nothing was begun.
  if (!before) return;
  await computer.leave();
  if (installedVersion() !== null) purge();
});

test('the earlier version installs, and does the main job for an ordinary user', async () => {
  install(debIn(earlierFolder));
  expect(installedVersion()).toBe(earlierVersion);
  const { page, process: running, quit } = await computer.start();
  const window = new LatchkeyWindow(page);

  await test.step('in a sandbox', async () => {
    await expect(window.addAccount.practice).toBeVisible();
    await picture(page, '1-first-run');
    expect(readFileSync(`/proc/${running.pid ?? 0}/cmdline`, 'utf8')).not.toContain('no-sandbox');
    expect(statSync(`/proc/${running.pid ?? 0}`).uid).toBe(computer.user.uid);
    const renderers = (await processTree(running.pid ?? 0)).filter((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'),
    );
    expect(renderers.length).toBeGreaterThan(0);
    const ownNamespace = readlinkSync(`/proc/${running.pid ?? 0}/ns/user`);
    for (const pid of renderers) {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      expect(/^Seccomp:\s+(\d)/m.exec(status)?.[1]).toBe('2');
      expect(/^NoNewPrivs:\s+(\d)/m.exec(status)?.[1]).toBe('1');
      expect(readlinkSync(`/proc/${pid}/ns/user`)).not.toBe(ownNamespace);
    }
  });
  await test.step('leaves no memory in a core dump', async () => {
    for (const pid of await processTree(running.pid ?? 0)) {
      const filter = readFileSync(`/proc/${pid}/coredump_filter`, 'utf8').trim();
      // Behind Chromium's sandbox a process leaves no dump at all: its files are root's then.
      if (statSync(`/proc/${pid}/coredump_filter`).uid !== 0) expect(filter).toBe('00000000');
    }
  });
  await test.step('does not start without its sandbox', () => {
    const { status, stderr } = computer.tryToStart(['--no-sandbox']);
    expect(status).toBe(2);
    expect(stderr).toContain('Latchkey does not start with --no-sandbox');
  });
  await test.step('connects to the practice service, and verifies a code', async () => {
    await window.addAccount.practice.click();
    await expect(window.verify.heading).toBeVisible();
    await expect(page.getByText('Keychain ready')).toBeVisible();
    await window.verify.requestCode();
    await window.verify.useCode.first().click();
    await expect(window.verify.status).toContainText('Code accepted');
    await picture(page, '2-accepted');
  });
  await test.step('keeps the token in the keyring, and Chromium nothing', async () => {
    // Chromium's own key would be asked for at every start, from a locked keyring too.
    const items = await callOverBus(computer.session.env, {
      to: 'org.freedesktop.secrets',
      path: '/org/freedesktop/secrets/collection/login',
      call: 'org.freedesktop.DBus.Properties.Get',
      args: ['string:org.freedesktop.Secret.Collection', 'string:Items'],
    });
    expect(items.match(/collection\/login\/\d+/g)).toHaveLength(1);
  });
  await test.step('makes recovery codes', async () => {
    await window.open('Recovery codes');
    await window.recoveryCodes.fetch.click();
    await window.recoveryCodes.generateNew();
    await expect(window.recoveryCodes.reveal).toBeVisible();
    await picture(page, '3-recovery-codes');
  });
  await quit();
});

test('after a restart account, token and codes are there', async () => {
  const { page, quit } = await computer.start();
  await holdsEverything(page);
  await quit();
});

test('start at login follows a program that has another name now', async () => {
  const { uid, gid } = computer.user;
  const folder = path.join(computer.session.env.HOME, '.config/autostart');
  const file = path.join(folder, 'latchkey.desktop');
  mkdirSync(folder);
  writeFileSync(file, autostartEntry(['/home/gone/Latchkey-0.0.1.AppImage', '--hidden']));
  for (const place of [folder, file]) chownSync(place, uid, gid);
  const { quit } = await computer.start();
  const followed = autostartEntry(['/opt/Latchkey/latchkey', '--hidden']);
  await expect.poll(() => readFileSync(file, 'utf8')).toBe(followed);
  await quit();
  rmSync(folder, { recursive: true });
});

test('root’s program installs nothing but what it was told to prove, and a newer Latchkey', async () => {
  await rootsProgramRefuses(debIn(packageFolder));
  expect(installedVersion()).toBe(earlierVersion);
});

test('a newer version is found, proved and installed, and keeps the profile', async () => {
  const server = await startUpdateServer(debIn(packageFolder), version);
  const prompt = passwordPrompt(computer);
  // What a release is built with.
  writeFileSync('/opt/Latchkey/resources/updates.json', JSON.stringify(server.feed));
  const thesis = path.join(computer.session.env.HOME, 'thesis.odt');
  writeFileSync(thesis, 'three years of work');
  // What an AppImage, a snap and a Flatpak hand on to what is started from them.
  const handedOn = {
    APPIMAGE: thesis,
    APPDIR: '/tmp/.mount_Other',
    SNAP: '/snap/code/1',
    FLATPAK_ID: 'org.x.Y',
  };
  const { page } = await computer.start([], { ...handedOn, ...prompt.env });
  await new LatchkeyWindow(page).open('Settings');
  const updating: Updating = { page, server, prompt, version, picture };
  await test.step('not from a server that gives nothing to rely on', () => refusesLists(updating));
  await test.step('not when it was changed on its way, or is an older one', () => refusesPackages(updating));
  await test.step('not without the password', () => refusesWithoutPassword(updating));
  await test.step('not when it was exchanged while somebody typed that', () => refusesExchanged(updating));
  expect(installedVersion()).toBe(earlierVersion);
  await test.step('and it is installed, and started', () => installs(updating, debIn(packageFolder)));
  expect(installedVersion()).toBe(version);
  expect(readFileSync(thesis, 'utf8')).toBe('three years of work');
  rmSync(thesis);
  const headers = server.requests.map((request) => request.headers).join();
  expect(headers).not.toMatch(/staging|cookie|electron|chrome|linux|[0-9a-f]{8}-[0-9a-f]{4}-/i);
  await server.close();
});

test('the newer version has what was there, and says honestly that it has no address to look at', async () => {
  const { page, quit } = await computer.find();
  const window = new LatchkeyWindow(page);
  await holdsEverything(page);
  await window.open('Settings');
  await expect(page.getByText(`Latchkey ${version}`)).toBeVisible();
  await expect(page.getByText('This copy does not look for newer versions')).toBeVisible();
  await picture(page, '7-settings');
  await quit();
});

test('a kit that is opened in the file manager is shown on Restore, and nothing more', async () => {
  const entry = readFileSync('/usr/share/applications/latchkey.desktop', 'utf8');
  expect(entry).toContain('Exec=/opt/Latchkey/latchkey %U');
  expect(entry).toContain('MimeType=application/x-age-encryption;x-scheme-handler/latchkey;');
  const kit = path.join(computer.session.env.HOME, 'kit.age');
  writeFileSync(kit, await sealWithPassphrase('{}', 'six words'));
  chownSync(kit, computer.user.uid, computer.user.gid);
  const { page, quit } = await computer.start([`file://${kit}`]);
  const restore = new RestorePage(page);
  await expect(restore.heading).toBeVisible();
  await expect(page.getByRole('main')).toContainText('kit.age');
  await expect(restore.passphrase).toBeFocused();
  await picture(page, '8-kit');
  await quit();
});

test('the switches that would open the app to others do nothing', () => {
  const run = (args: string[], env: NodeJS.ProcessEnv): string => {
    try {
      return execFileSync('/usr/bin/latchkey', args, {
        env: { ...computer.session.env, ...env },
        ...computer.user,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      return String((error as { stderr: unknown }).stderr);
    }
  };
  expect(run(['--version'], {})).toBe(`Latchkey ${version}\n`);
  expect(run(['-p', '40 + 2'], { ELECTRON_RUN_AS_NODE: '1' })).toContain('does not know the option -p');
  expect(run(['--version', '--inspect=0'], {})).toBe(`Latchkey ${version}\n`);
  expect(run(['--version'], { NODE_OPTIONS: '--require /nonexistent.cjs' })).toBe(`Latchkey ${version}\n`);
});

test('the package goes, and leaves nothing but the profile', () => {
  purge();
  expect(installedVersion()).toBeNull();
  expect([...systemPaths()].filter((one) => !before?.has(one))).toEqual([]);
  const { HOME } = computer.session.env;
  const ours =
    /^(\.config\/Latchkey\/|kit\.age$|\.cache\/mesa_shader_cache\/|gnome-keyring-daemon$|session-bus\.conf$|prompt\/|\.local\/share\/keyrings\/|run\/)/;
  expect(filesIn(HOME).filter((file) => !ours.test(file))).toEqual([]);
  expect(filesIn(path.join(HOME, '.config/Latchkey'))).toContain('vault.age');
});

async function holdsEverything(page: Page): Promise<void> {
  const window = new LatchkeyWindow(page);
  await expect(window.accounts.locator('option')).toHaveText(['Practice service']);
  await window.open('Recovery codes');
  await expect(page.getByText('10 of 10 left')).toBeVisible();
  await window.recoveryCodes.fetch.click();
  await expect(window.recoveryCodes.reveal).toBeVisible();
}
