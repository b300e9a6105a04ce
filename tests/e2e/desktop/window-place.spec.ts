import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startDisplay } from '../../../scripts/desktop/display.mjs';
import { expect } from '../ground/fixtures';
import { launch } from '../ground/launcher';
import { test } from '../ground/own-screen';
import { handsOn } from '../ground/screen-windows';

test.skip(process.platform !== 'linux', 'needs a screen of its own');

const remembered = async (profile: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(profile, 'window.json'), 'utf8').catch(() => 'null'));

test('the window comes back where it was left, time after time', async ({ start, session, profile }) => {
  const hands = handsOn(session);
  const first = await start();
  await expect(first.page).toHaveTitle(/Latchkey/);
  hands.place('Latchkey', { x: 120, y: 90, width: 700, height: 560 });
  // Written by itself, while Latchkey runs.
  await expect.poll(() => remembered(profile)).toMatchObject({ width: 700, height: 560, maximized: false });
  const left = hands.geometry('Latchkey');
  await first.quit();
  for (let turn = 0; turn < 3; turn += 1) {
    const running = await start();
    await expect(running.page).toHaveTitle(/Latchkey/);
    await expect.poll(() => hands.geometry('Latchkey')).toEqual(left);
    await running.quit();
  }
});

test('a move right before the end is kept, too', async ({ start, session }) => {
  const hands = handsOn(session);
  const first = await start();
  await expect(first.page).toHaveTitle(/Latchkey/);
  const before = hands.geometry('Latchkey');
  hands.place('Latchkey', { x: 300, y: 60, width: 640, height: 540 });
  await expect.poll(() => hands.geometry('Latchkey')).toMatchObject({ width: 640, height: 540 });
  await expect.poll(() => hands.geometry('Latchkey').x).not.toBe(before.x);
  const left = hands.geometry('Latchkey');
  await first.quit();
  await start();
  await expect.poll(() => hands.geometry('Latchkey')).toEqual(left);
});

test('a maximized window comes back maximized, and knows what it goes back to', async ({
  start,
  session,
  profile,
}) => {
  const hands = handsOn(session);
  const first = await start();
  await expect(first.page).toHaveTitle(/Latchkey/);
  hands.place('Latchkey', { x: 200, y: 100, width: 700, height: 560 });
  await expect.poll(() => remembered(profile)).toMatchObject({ width: 700 });
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize());
  await expect.poll(() => hands.geometry('Latchkey').width).toBe(1280);
  await first.quit();
  expect(await remembered(profile)).toMatchObject({ width: 700, height: 560, maximized: true });

  const second = await start();
  await expect.poll(() => hands.geometry('Latchkey').width).toBe(1280);
  expect(
    await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMaximized()),
  ).toBe(true);
  await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.unmaximize());
  await expect.poll(() => hands.geometry('Latchkey').width).toBe(700);
});

test('on a smaller screen it opens where it can be seen', async ({ start, session, profile }) => {
  const hands = handsOn(session);
  const first = await start();
  await expect(first.page).toHaveTitle(/Latchkey/);
  hands.place('Latchkey', { x: 380, y: 240, width: 880, height: 540 });
  await expect.poll(() => remembered(profile)).toMatchObject({ width: 880, height: 540 });
  await first.quit();

  const small = await startDisplay({ width: 800, height: 600 });
  const env = { ...session.env, DISPLAY: small.name };
  const running = await launch(profile, env);
  await expect(running.page).toHaveTitle(/Latchkey/);
  // Without its frame of a few pixels.
  const seen = handsOn({ ...session, env }).geometry('Latchkey');
  expect(seen.height).toBe(540);
  expect(seen.width).toBeGreaterThan(790);
  expect(seen.x).toBeGreaterThanOrEqual(0);
  expect(seen.y).toBeGreaterThanOrEqual(0);
  expect(seen.x + seen.width).toBeLessThanOrEqual(802);
  expect(seen.y).toBeLessThan(100);
  await running.quit();
  await small.dispose();
});

test('a file that is none of ours is as good as none', async ({ start, profile, session }) => {
  await writeFile(path.join(profile, 'window.json'), '{"x": "far away"');
  const running = await start();
  await expect(running.page).toHaveTitle(/Latchkey/);
  expect(handsOn(session).geometry('Latchkey')).toMatchObject({ width: 880, height: 600 });
});
