import { spawn, spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { connected as test } from '../ground/connected';
import { expect } from '../ground/fixtures';
import { runUntilEnd } from '../ground/launcher';

test.skip(process.platform !== 'linux', 'the other systems have a list of their own');

test('starting at login is switched on, follows what others change, and is switched off', async ({
  window,
  running,
  session,
  profile,
}) => {
  const file = path.join(session.env['XDG_CONFIG_HOME'] ?? '', 'autostart', 'latchkey.desktop');
  const { page } = running;
  const entry = (): Promise<string | null> => readFile(file, 'utf8').catch(() => null);
  const choice = page.getByRole('checkbox', { name: 'Start Latchkey when you log in' });
  await window.open('Settings');
  await expect(choice).not.toBeChecked();
  await expect(page.getByText('It starts without a window')).toBeVisible();
  await choice.click();
  await expect(choice).toBeChecked();
  expect(await entry()).toContain(`"--hidden" "--profile-dir" "${profile}"\n`);

  // As a desktop's own settings switch it off.
  await writeFile(file, `${await entry()}Hidden=true\n`);
  await window.open('Verify');
  await window.open('Settings');
  await expect(choice).not.toBeChecked();
  await choice.click();
  await expect(choice).toBeChecked();
  expect(await entry()).not.toContain('Hidden');
  await choice.click();
  await expect(choice).not.toBeChecked();
  expect(await entry()).toBeNull();

  // A folder in its place can neither be written nor removed.
  await mkdir(file);
  await choice.click();
  await expect(window.alert).toContainText('Starting at login could not be changed');
  await expect(page.getByText('could not find out whether it starts at login')).toBeVisible();
  await rm(file, { recursive: true });
});

test('what the entry says starts Latchkey in the tray, and a second start shows it', async ({
  window,
  running,
  session,
  profile,
}) => {
  const file = path.join(session.env['XDG_CONFIG_HOME'] ?? '', 'autostart', 'latchkey.desktop');
  await window.open('Settings');
  await running.page.getByRole('checkbox', { name: 'Start Latchkey when you log in' }).click();
  await expect(running.page.getByRole('checkbox', { name: 'Start Latchkey when you log in' })).toBeChecked();
  await running.quit();

  const line = /^Exec=(.*)$/m.exec(await readFile(file, 'utf8'))?.[1] ?? '';
  const [program = '', ...args] = [...line.matchAll(/"([^"]*)"/g)].map(([, argument = '']) => argument);
  const host = await TrayHost.start(session.env);
  // Root has no sandbox, and says so.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...root, ...args], { env: session.env, stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await expect.poll(() => host.shown).toBe(1);
  const titles = (): string =>
    spawnSync('xdotool', ['search', '--all', '--onlyvisible', '--pid', String(child.pid), '--name', '.'], {
      env: session.env,
      encoding: 'utf8',
    }).stdout;
  expect(titles()).toBe('');
  expect(runUntilEnd(profile, session.env, []).status).toBe(0);
  await expect.poll(titles).not.toBe('');
  await host.click('Quit');
  expect(await ended).toBe(0);
  host.stop();
});
