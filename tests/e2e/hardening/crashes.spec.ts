import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { QuickVerifyPage } from '../../pages/quick-verify-page';
import { answerBox, boxes, keepBoxes } from '../ground/boxes';
import { connected as test } from '../ground/connected';
import { expect } from '../ground/fixtures';
import { helpers } from '../ground/helpers';
import { type Running, runUntilEnd } from '../ground/launcher';

/** The process of a window's page. */
const pageProcess = ({ app }: Running, title: string): Promise<number> =>
  app.evaluate(
    ({ BrowserWindow }, part) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.getTitle().includes(part))
        ?.webContents.getOSProcessId() ?? 0,
    title,
  );
const kill = (pid: number | undefined, signal: NodeJS.Signals): void => {
  if (!pid) throw new Error('there is no such process');
  process.kill(pid, signal);
};
/** What stands on the page now. The driver itself gives up on a page that crashed once, so main is asked. */
const read = ({ app }: Running, title: string): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }, part) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.getTitle().includes(part));
    // A page that is going away never answers: it is asked again then.
    const late = new Promise<string>((resolve) => setTimeout(() => resolve(''), 1_000));
    const text: unknown = await Promise.race([
      window?.webContents.executeJavaScript('document.body.innerText'),
      late,
    ]);
    return String(text);
  }, title);

for (const signal of ['SIGKILL', 'SIGSEGV'] as const) {
  test(`a window whose process ended by ${signal} comes back with its screen and account`, async ({
    running,
    window,
    service,
    profile,
  }) => {
    await window.open('Settings');
    await window.settings.addAccount.click();
    await window.addAccount.connectOwn({ label: 'Home', serviceUrl: service.url, token: service.token });
    await expect(window.verify.heading).toBeVisible();
    await window.open('Backups');
    const before = await pageProcess(running, 'Latchkey');
    kill(before, signal);
    await expect.poll(() => pageProcess(running, 'Backups')).not.toBe(before);
    await expect.poll(() => read(running, 'Backups')).toContain('Set up backup');
    const account = await running.app.evaluate(async ({ BrowserWindow }) => {
      const [only] = BrowserWindow.getAllWindows();
      return (await only?.webContents.executeJavaScript(
        'document.querySelector("select").selectedOptions[0].textContent',
      )) as string;
    });
    expect(account).toContain('Home');
    await expect
      .poll(() => readFile(path.join(profile, 'logs', 'main.log'), 'utf8').catch(() => ''))
      .toMatch(/the process of a window: (killed|crashed)/);
  });
}

test('a window that crashes again and again says so, and comes back when told to', async ({
  running,
  window,
}) => {
  await window.open('Recovery codes');
  await keepBoxes(running);
  const crash = async (): Promise<number> => {
    await expect.poll(() => read(running, 'Recovery codes')).toContain('Fetch recovery codes');
    const pid = await pageProcess(running, 'Recovery codes');
    kill(pid, 'SIGSEGV');
    return pid;
  };
  for (let turn = 0; turn < 2; turn += 1) {
    const ended = await crash();
    await expect.poll(() => pageProcess(running, 'Recovery codes')).not.toBe(ended);
  }
  expect(await boxes(running)).toEqual([]);
  await crash();
  await expect.poll(() => boxes(running)).toHaveLength(1);
  const [box] = await boxes(running);
  expect(box?.message).toContain('three times within a minute');
  expect(box?.buttons).toEqual(['Open it again', 'Quit Latchkey']);
  expect(
    await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.isCrashed(),
    ),
  ).toBe(true);
  await answerBox(running, 0);
  await expect.poll(() => read(running, 'Recovery codes')).toContain('Fetch recovery codes');
});

test('quick verify comes back when its process ends', async ({ running, window, profile, session }) => {
  await expect(window.verify.heading).toBeVisible();
  const opened = running.app.waitForEvent('window');
  runUntilEnd(profile, session.env, ['--quick-verify']);
  const quick = new QuickVerifyPage(await opened);
  await expect(quick.code).toBeVisible();
  const again = running.app.waitForEvent('window');
  kill(await pageProcess(running, 'Quick verify'), 'SIGKILL');
  const page: Page = await again;
  await expect(new QuickVerifyPage(page).code).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(window.verify.heading).toBeVisible();
});

for (const signal of ['SIGKILL', 'SIGSEGV'] as const) {
  test(`the keychain’s process, ended by ${signal}, is started again by the next call`, async ({
    running,
    window,
    session,
    service,
  }) => {
    await window.verify.requestCode();
    const [first] = await helpers(running, 'Latchkey keychain');
    kill(first, signal);
    await expect.poll(() => helpers(running, 'Latchkey keychain')).toEqual([]);
    await window.verify.type(service.practice.messages().at(-1)?.code ?? '');
    await expect(window.verify.status).toContainText('Code accepted');
    expect(await helpers(running, 'Latchkey keychain')).toHaveLength(1);

    // In the middle of a call: it gets its sentence at once, and the next one works.
    session.stallKeyring();
    await window.verify.type('123456');
    await expect.poll(() => window.verify.code.inputValue()).toBe('123456');
    const [asked] = await helpers(running, 'Latchkey keychain');
    kill(asked, signal);
    await expect(window.alert).toContainText('stopped while Latchkey was asking it');
    session.resumeKeyring();
  });

  test(`the sealing process, ended by ${signal} at work, is started again by the next job`, async ({
    running,
    window,
    profile,
  }) => {
    await window.open('Backups');
    const failed = kitIn(running, 'correct horse battery staple');
    await expect.poll(() => helpers(running, 'Latchkey sealing')).toHaveLength(1);
    const [pid] = await helpers(running, 'Latchkey sealing');
    kill(pid, signal);
    expect(await failed).toMatchObject({ ok: false });
    expect(await kitIn(running, 'correct horse battery staple')).toMatchObject({ ok: true });
    expect(await readFile(path.join(profile, 'logs', 'main.log'), 'utf8')).not.toContain('correct horse');
  });
}

/** Asks for a kit on paper, as the window does. */
const kitIn = ({ page }: Running, passphrase: string): Promise<unknown> =>
  page.evaluate(
    (secret) =>
      window.latchkey.calls['makeKitSheet']?.({ passphrase: secret, withCodes: false, without: [] }),
    passphrase,
  );

test('the practice service, ended by a crash, is started again by the next call', async ({
  running,
  window,
}) => {
  await window.open('Settings');
  await window.settings.addAccount.click();
  await window.addAccount.practice.click();
  await expect(window.verify.phone).toContainText('No messages yet');
  await window.verify.requestCode();
  await expect(window.verify.useCode).toBeVisible();
  const [pid] = await helpers(running, 'Latchkey practice service');
  kill(pid, 'SIGSEGV');
  await expect(window.verify.phone).toContainText('the practice service ended');
  await window.verify.type('123456');
  await expect(window.verify.status).toContainText('The service refused this code');
  expect(await helpers(running, 'Latchkey practice service')).toHaveLength(1);
});
