import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RestorePage } from '../../pages/restore-page';
import { sealWithPassphrase } from '../../witness/age-command';
import { choose } from '../ground/dialogs';
import { expect } from '../ground/fixtures';
import type { Running } from '../ground/launcher';
import { withCodes as test } from '../ground/with-codes';

const passphrase = 'six words of somebody else';

/** As much as there is room for beside what is here, and all of it alike, so that everything could belong to everything. */
const worst = JSON.stringify({
  format: 'latchkey-backup',
  schema: 1,
  accounts: Array.from({ length: 1_990 }, (_, place) => ({
    label: 'Bank',
    sets: [
      { codes: Array.from({ length: 10 }, (__, code) => ({ code: `${(place + code) % 300}-${code}` })) },
    ],
  })),
});

/** Processor time of main in milliseconds, which a busy machine does not change, and the longest time without an answer. */
const watch = (running: Running): Promise<void> =>
  running.app.evaluate(() => {
    const seen = { before: process.cpuUsage(), last: performance.now(), longest: 0 };
    Object.assign(globalThis, { seen });
    setInterval(() => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
    }, 1);
  });
const watched = (running: Running): Promise<{ cpu: number; longest: number }> =>
  running.app.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { before: NodeJS.CpuUsage; longest: number } };
    const { user, system } = process.cpuUsage(seen.before);
    return { cpu: (user + system) / 1_000, longest: seen.longest };
  });

test('a stranger’s kit is read, compared and merged by another process', async ({
  window,
  running,
  codes,
}) => {
  expect(codes).toHaveLength(10);
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-stranger-'));
  const kit = path.join(folder, 'kit.age');
  await writeFile(kit, await sealWithPassphrase(worst, passphrase));
  const restore = new RestorePage(running.page);
  await choose(running, { open: kit });
  await window.open('Backups');
  await window.backups.restore.click();
  await restore.chooseFile.click();
  await watch(running);
  await restore.open(passphrase);
  await expect(restore.restore).toBeVisible({ timeout: 60_000 });
  const opened = await watched(running);
  await restore.restore.click();
  await expect(restore.status.filter({ hasText: /restored/i })).toBeVisible({ timeout: 60_000 });
  const { cpu, longest } = await watched(running);
  test.info().annotations.push({ type: 'main', description: JSON.stringify({ opened, cpu, longest }) });
  expect(cpu, 'comparing alone took six seconds of it').toBeLessThan(2_500);
  await rm(folder, { recursive: true, force: true });
});
