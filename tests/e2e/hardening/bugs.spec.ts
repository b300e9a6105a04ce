import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { answerBox, boxes, keepBoxes } from '../ground/boxes';
import { connected as test } from '../ground/connected';
import { expect } from '../ground/fixtures';
import type { Running } from '../ground/launcher';

/** An error may quote what somebody typed. */
const secret = 'correct horse battery';

/** A bug in the main process that nothing catches. */
const strike = ({ app }: Running): Promise<void> =>
  app.evaluate(
    (_electron, words) =>
      void setImmediate(() => {
        throw new TypeError(words);
      }),
    secret,
  );
const logOf = (profile: string): Promise<string> =>
  readFile(path.join(profile, 'logs', 'main.log'), 'utf8').catch(() => '');

test('a bug in main is told once, without its words, and Latchkey goes on when told to', async ({
  running,
  window,
  profile,
}) => {
  await keepBoxes(running);
  await strike(running);
  await strike(running);
  await expect.poll(async () => (await logOf(profile)).match(/in main: TypeError/g)).toHaveLength(2);
  const asked = await boxes(running);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.buttons).toEqual(['Restart Latchkey', 'Go on']);
  const [, reference] = /names it ([0-9a-f]{8})\./.exec(asked[0]?.detail ?? '') ?? [];
  expect(await logOf(profile)).toContain(`${reference} in main`);
  await answerBox(running, 1);
  await window.open('Settings');
  await expect(window.settings.addAccount).toBeVisible();
  for (const told of [JSON.stringify(asked), await logOf(profile), running.output()])
    expect(told).not.toContain(secret);
});

test('a bug in main leads to a new start when told to', async ({ running }) => {
  await keepBoxes(running);
  await running.app.evaluate(({ app }) => {
    // The driver could not follow a real one.
    app.relaunch = () => void process.stderr.write('started anew\n');
  });
  await strike(running);
  await expect.poll(() => boxes(running)).toHaveLength(1);
  const ended = new Promise((resolve) => running.process.once('close', resolve));
  // It may be gone before it has said that the button was pressed.
  await answerBox(running, 0).catch(() => undefined);
  await ended;
  expect(running.output()).toContain('started anew');
});

test('a promise that nothing catches is in the log, without its words', async ({ running, profile }) => {
  await running.app.evaluate((_electron, words) => {
    setImmediate(() => void Promise.reject(new TypeError(words)));
  }, secret);
  await expect.poll(() => logOf(profile)).toMatch(/in main: TypeError/);
  expect((await logOf(profile)) + running.output()).not.toContain(secret);
});
