import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startDisplay } from '../../../scripts/desktop/display.mjs';
import { expect } from '../ground/fixtures';
import { launch, runUntilEnd } from '../ground/launcher';
import { test } from '../ground/own-screen';
import { handsOn } from '../ground/screen-windows';
import { iconOf } from '../ground/window-icon';

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

test('a window left where no screen is comes back when Latchkey is started once more', async ({
  start,
  session,
  profile,
}) => {
  const hands = handsOn(session);
  const running = await start();
  await expect(running.page).toHaveTitle(/Latchkey/);
  // A screen that was on the right has gone; this window manager leaves a strip of the window in sight.
  await running.app.evaluate(({ BrowserWindow }) => {
    const [left] = BrowserWindow.getAllWindows();
    left?.setBounds({ x: 3000, y: 200, width: 700, height: 560 });
  });
  const boundsNow = () =>
    running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await expect.poll(async () => (await boundsNow())?.x).toBeGreaterThan(1000);
  expect(runUntilEnd(profile, session.env).status).toBe(0);
  await expect.poll(() => hands.geometry('Latchkey').x).toBeLessThan(600);
  expect(hands.geometry('Latchkey')).toMatchObject({ width: 700, height: 560 });
});

test('at first it fits on a screen of 640 x 400, between panel and title bar', async ({
  session,
  profile,
}) => {
  const small = await startDisplay({ width: 640, height: 400 });
  const env = { ...session.env, DISPLAY: small.name };
  const running = await launch(profile, env);
  await expect(running.page).toHaveTitle(/Latchkey/);
  const seen = handsOn({ ...session, env }).geometry('Latchkey');
  expect(seen.width).toBeLessThanOrEqual(640);
  expect(seen.x).toBeGreaterThanOrEqual(0);
  expect(seen.y + seen.height).toBeLessThanOrEqual(400);
  expect(seen.height).toBeGreaterThanOrEqual(320);
  await running.quit();
  await small.dispose();
});

test('a window that runs from source has the icon of Latchkey', async ({ start, session, display }) => {
  await start();
  const hands = handsOn(session);
  await expect.poll(() => hands.idOf('Latchkey')).toBeGreaterThan(0);
  const { width, height, pixels } = await iconOf(display.name, hands.idOf('Latchkey'));
  expect([width, height]).toEqual([128, 128]);
  // Blue at the edge of the drawing, white in the key, as in assets/mark.svg.
  expect(pixels.map((pixel) => pixel.toString(16))).toContain('ff3a4fb8');
  expect(pixels.map((pixel) => pixel.toString(16))).toContain('ffffffff');
});

test('a file that is none of ours is as good as none', async ({ start, profile, session }) => {
  await writeFile(path.join(profile, 'window.json'), '{"x": "far away"');
  const running = await start();
  await expect(running.page).toHaveTitle(/Latchkey/);
  expect(handsOn(session).geometry('Latchkey')).toMatchObject({ width: 880, height: 600 });
});
