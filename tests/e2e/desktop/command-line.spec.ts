import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TrayHost } from '../../../scripts/desktop/tray-host.mjs';
import { connected } from '../ground/connected';
import { expect, test } from '../ground/fixtures';
import { launch, runUntilEnd } from '../ground/launcher';

/** What Latchkey said: where there is no system bus, Chromium complains of that before main runs. */
const own = (stderr: string): string => stderr.replace(/^\[\d+:\d+\/.*\n/gm, '');

test('help and version are said, and nothing else is done', async ({ profile, session }) => {
  const help = runUntilEnd(profile, session.env, ['--help']);
  expect(help.status).toBe(0);
  for (const option of ['--quick-verify', '--hidden', '--profile-dir DIR', '--version', '--help']) {
    expect(help.stdout).toContain(option);
  }
  const version = runUntilEnd(profile, session.env, ['--version']);
  expect(version.status).toBe(0);
  expect(version.stdout).toMatch(/^Latchkey \d+\.\d+\.\d+\n$/);
  expect(await readdir(profile)).toEqual([]);
});

test('what Latchkey does not know gets a sentence and code 2', ({ profile, session }) => {
  for (const [argument, sentence] of [
    ['--hiden', 'Latchkey does not know the option --hiden. See --help.'],
    ['--oh\u001b[31m\nno', 'Latchkey does not know the option --oh [31m no. See --help.'],
    ['-q', 'Latchkey does not know the option -q. See --help.'],
    ['letter.txt', 'Latchkey does not know what to do with letter.txt. See --help.'],
    ['--profile-dir=', '--profile-dir needs the name of a folder.'],
  ] as const) {
    const { status, stdout, stderr } = runUntilEnd(profile, session.env, [argument]);
    expect(status, argument).toBe(2);
    expect(own(stderr)).toBe(`${sentence}\n`);
    expect(stdout).toBe('');
  }
});

test('a profile folder that cannot be one gets a sentence and code 2', async ({ profile, session }) => {
  const file = path.join(profile, 'a-file');
  await writeFile(file, '');
  const { status, stderr } = runUntilEnd(path.join(file, 'below'), session.env);
  expect(status).toBe(2);
  expect(own(stderr)).toBe(`Latchkey cannot write to its profile folder, ${path.join(file, 'below')}.\n`);
});

test('a profile folder that is not there is made, and everything is in it', async ({ profile, session }) => {
  const folder = path.join(profile, 'new', 'one with blanks');
  const running = await launch(folder, session.env);
  await expect(running.page.getByRole('button', { name: 'Connect your service' })).toBeVisible();
  expect(await readdir(folder)).not.toEqual([]);
  await running.quit();
});

connected('a second start shows the window that is there', async ({ running, window, profile, session }) => {
  await window.open('Backups');
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const isMinimized = (): Promise<boolean | undefined> =>
    running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(isMinimized).toBe(true);
  expect(runUntilEnd(profile, session.env).status).toBe(0);
  await expect.poll(isMinimized).toBe(false);
  await expect(window.backups.heading).toBeVisible();
  expect(running.app.windows()).toHaveLength(1);
});

connected('a second start brings the window back from the tray', async ({ session, start, profile }) => {
  const host = await TrayHost.start(session.env);
  const running = await start();
  await expect.poll(() => host.shown).toBe(1);
  await Promise.all([
    running.page.waitForEvent('close'),
    running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  ]);
  const opened = running.app.waitForEvent('window');
  // A hidden second start wants nothing, and shows nothing.
  expect(runUntilEnd(profile, session.env, ['--hidden']).status).toBe(0);
  expect(running.app.windows()).toHaveLength(0);
  expect(runUntilEnd(profile, session.env).status).toBe(0);
  await expect((await opened).getByRole('button', { name: 'Connect your service' })).toBeVisible();
  host.stop();
});

test('two profiles are two Latchkeys', async ({ start, profile, session }) => {
  await start();
  const other = path.join(profile, 'other');
  await mkdir(other);
  const second = await launch(other, session.env);
  await expect(second.page.getByRole('button', { name: 'Connect your service' })).toBeVisible();
  await second.quit();
});
