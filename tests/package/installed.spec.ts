import { expect, type Page, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { callOverBus } from '../../scripts/desktop/bus.mjs';
import { processTree } from '../../scripts/bench/processes.mjs';
import { earlierFolder, earlierVersion, packageFolder } from '../../scripts/packaging/places.mjs';
import { LatchkeyWindow } from '../pages/latchkey-window';
import { RestorePage } from '../pages/restore-page';
import { sealWithPassphrase } from '../witness/age-command';
import { passwordPrompt } from './password-prompt';
import { startUpdateServer } from './update-server';
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
    await window.recoveryCodes.generate.click();
    await window.recoveryCodes.confirm.click();
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

test('a newer version is found, proved and installed, and keeps the profile', async () => {
  const server = await startUpdateServer(debIn(packageFolder), version);
  const prompt = passwordPrompt(computer);
  // What a release is built with.
  writeFileSync('/opt/Latchkey/resources/updates.json', JSON.stringify(server.feed));
  const { page } = await computer.start([], prompt.env);
  const settings = new LatchkeyWindow(page);
  await settings.open('Settings');
  const look = page.getByRole('button', { name: 'Look for newer versions' });
  const fetchIt = page.getByRole('button', { name: 'Fetch it' });
  const installIt = page.getByRole('button', { name: 'Install and restart' });

  await test.step('not from a server that is out of reach', async () => {
    await server.be('away');
    await look.click();
    await expect(settings.alert).toContainText('could not be reached');
    await picture(page, '4-updates-offline');
  });
  await test.step('not from a list that somebody else signed', async () => {
    await server.be('forged');
    await look.click();
    await expect(settings.alert).toContainText('does not bear the signature');
    await expect(fetchIt).toBeHidden();
  });
  await test.step('not a package that was changed on its way', async () => {
    await server.be('tampered');
    await look.click();
    await expect(page.getByText(`Latchkey ${version} is out.`)).toBeVisible();
    await fetchIt.click();
    await expect(settings.alert).toContainText('was changed on its way');
    await expect(installIt).toBeHidden();
    await picture(page, '5-updates-tampered');
  });
  await test.step('and not without the password', async () => {
    await server.be('good');
    await fetchIt.click();
    await expect(page.getByText(`Latchkey ${version} is here, and its signature is good.`)).toBeVisible();
    await picture(page, '6-updates-ready');
    // A click is over when the app has time for it again, which waits for the prompt.
    const clicked = installIt.click();
    await prompt.asked(() => 126);
    // electron-updater asks once more, to mend what it takes for missing packages.
    await prompt.asked(() => 126);
    await clicked;
    await expect(settings.alert).toContainText('was not installed');
    expect(installedVersion()).toBe(earlierVersion);
  });
  await test.step('it is installed, and started', async () => {
    const gone = new Promise((resolve) => page.once('close', resolve));
    const clicked = installIt.click().catch(() => undefined);
    await prompt.asked((command) => {
      const deb = /dpkg -i (\S+\.deb)/.exec(command)?.[1] ?? '';
      // The packages of these tests come without one, so that nothing else would take it away.
      rmSync('/opt/Latchkey/resources/updates.json');
      install(deb);
      return 0;
    });
    expect(installedVersion()).toBe(version);
    await gone;
    await clicked;
  });
  expect(server.requests.map(({ headers }) => headers).join()).not.toMatch(
    /staging|cookie|[0-9a-f]{8}-[0-9a-f]{4}-/i,
  );
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
  const { page, quit } = await computer.start([`file://${kit}`]);
  const restore = new RestorePage(page);
  await expect(restore.heading).toBeVisible();
  await expect(page.getByText('kit.age')).toBeVisible();
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
