import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { processTree } from '../../../scripts/bench/processes.mjs';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { expect, test } from '../ground/fixtures';
import { runUntilEnd } from '../ground/launcher';

test('code from outside the bundle does nothing', async ({ start }) => {
  const { app, page } = await start();
  await expect(page.getByRole('button', { name: 'Try it with the practice service' })).toBeVisible();

  const attempts = await page.evaluate(async () => {
    const tried = async (attempt: () => unknown): Promise<string> => {
      try {
        return `done: ${String(await attempt())}`;
      } catch (error) {
        return (error as Error).name;
      }
    };
    // In a task of the page's own: what the driver itself evaluates is exempt from the rule against eval.
    await new Promise((resolve) => setTimeout(resolve));
    const inline = document.createElement('script');
    return {
      eval: await tried(() => (0, eval)('1 + 1') as unknown),
      function: await tried(() => Reflect.construct(Function, ['return 1'])),
      fetch: await tried(() => fetch('http://127.0.0.1:9/')),
      open: await tried(() => window.open('https://example.com/')),
      html: await tried(() => (document.body.innerHTML = '<img src=x>')),
      inline: await tried(() => (inline.textContent = 'window.ranInline = true')),
      appended: await tried(() => document.body.append(inline)),
      ran: 'ranInline' in window,
      node: typeof (globalThis as { process?: unknown }).process,
      require: typeof (globalThis as { require?: unknown }).require,
    };
  });
  expect(attempts).toMatchObject({
    eval: 'EvalError',
    function: 'EvalError',
    fetch: 'TypeError',
    open: 'done: null',
    html: 'TypeError',
    inline: 'TypeError',
    ran: false,
    node: 'undefined',
    require: 'undefined',
  });
  expect(app.windows()).toHaveLength(1);
});

test('the window cannot be led away', async ({ start }) => {
  const { page } = await start();
  await expect(page.getByRole('button', { name: 'Try it with the practice service' })).toBeVisible();
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'app://bundle/elsewhere.html';
    document.body.append(link);
    link.click();
  });
  // By the page itself: the driver would wait for the navigations that were refused.
  const after = await page.evaluate(() => ({
    url: location.href,
    buttons: document.querySelectorAll('button').length,
  }));
  expect(after.url).toBe(before);
  expect(after.buttons).toBeGreaterThan(0);
});

test('every permission is denied', async ({ start }) => {
  const { page } = await start();
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
    const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    return (await Promise.all(asked)).map((status) => status.state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('the preload gives fixed functions and the window is sandboxed', async ({ start }) => {
  const { app, page } = await start();
  const bridge = await page.evaluate(() => ({
    parts: Object.keys(window.latchkey).sort(),
    calls: Object.keys(window.latchkey.calls).length,
    frozen: Object.isFrozen(window.latchkey),
  }));
  expect(bridge.parts).toEqual(['calls', 'news']);
  expect(bridge.calls).toBeGreaterThan(10);
  expect(bridge.frozen).toBe(true);
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Not in Electron's types, and yet the one place that tells what a window was really made with.
      const made = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = made.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    }),
  );
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
  ]);
});

test('junk sent to every call is answered bad-input', async ({ start }) => {
  const { page } = await start();
  const answers = await page.evaluate(async () => {
    const junk = [undefined, null, 7, 'text', [], { extra: 1 }, { accountId: { $gt: '' } }];
    const replies: unknown[] = [];
    for (const call of Object.values(window.latchkey.calls)) {
      for (const input of junk) replies.push(await call(input));
    }
    return replies as { ok: boolean; failure?: { code: string } }[];
  });
  expect(answers.length).toBeGreaterThan(100);
  expect(new Set(answers.map(({ failure }) => failure?.code))).toEqual(new Set(['bad-input']));
});

test('no process leaves its memory in a core dump', async ({ start }) => {
  test.skip(process.platform !== 'linux', 'elsewhere the system decides');
  const { page, process: main } = await start();
  const window = new LatchkeyWindow(page);
  // With the practice service and the keychain: programs of their own.
  await window.addAccount.practice.click();
  await expect(window.verify.heading).toBeVisible();
  const processes = await processTree(main.pid ?? NaN);
  const filters = await Promise.all(
    processes.map(async (pid) => (await readFile(`/proc/${pid}/coredump_filter`, 'utf8')).trim()),
  );
  expect(processes.length).toBeGreaterThan(4);
  expect(new Set(filters)).toEqual(new Set(['00000000']));
});

test('a profile folder that cannot be one gets a sentence and exit code 2', async ({ session, profile }) => {
  const file = path.join(profile, 'a-file');
  await writeFile(file, '');
  for (const [folder, sentence] of [
    [file, 'cannot write to its profile folder'],
    ['', 'needs the name of a folder'],
  ] as const) {
    const { status, stderr } = runUntilEnd(folder, session.env);
    expect(stderr).toContain(sentence);
    expect(status).toBe(2);
  }
});
