import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from '../../../scripts/setup/bundled.mjs';
import { failInside } from '../../../scripts/torture/faults';
import { canMount, saveBeyondLimit, saveOnFullDisk } from '../../../scripts/torture/full-disk';
import { killWhileSaving } from '../../../scripts/torture/kills';
import { writeAmongStrangers } from '../../../scripts/torture/strangers';
import type { Result } from '../../../scripts/torture/result';
import { canTrace } from '../../../scripts/torture/run-traced';
import { traceSaves } from '../../../scripts/torture/system-calls';

// What `npm run torture` does at length. Where a program cannot be traced or given a disk of its own, that says so.
const place = await mkdtemp(path.join(tmpdir(), 'latchkey-torture-'));
afterAll(() => rm(place, { recursive: true, force: true }));

let saver = '';
beforeAll(async () => {
  saver = await bundled('torture/saver', path.join(place, 'program'));
}, 60_000);

const at = (name: string) => ({ saver, folder: path.join(place, name) });
const expectGood = (result: Result): void => {
  expect(result.failures, result.what).toEqual([]);
  expect(result.passed, result.what).toBeGreaterThan(0);
};

const patient = { timeout: 120_000 };

describe.runIf(process.platform !== 'win32')(
  'a program that is killed 60 times while it saves',
  patient,
  () => {
    it('has its vault, its backups and their key whole, and all that it said was kept', async () => {
      const results = await Promise.all([
        killWhileSaving('vault', 30, { ...at('vault'), seed: 1 }),
        killWhileSaving('folder', 30, { ...at('backups'), seed: 2 }),
      ]);
      results.forEach(expectGood);
    });
  },
);

it.runIf(process.platform !== 'win32')(
  'a stranger who writes into the backup folder takes no backup away that was made since',
  async () => {
    expectGood(await writeAmongStrangers(25, { folder: path.join(place, 'strangers'), seed: 3 }));
  },
  120_000,
);

describe.runIf(await canTrace())('a save', patient, () => {
  it('goes in the order that survives a power cut', async () => {
    (await traceSaves(at('traced'))).forEach(expectGood);
  });

  it('that fails at any step leaves the old file, whole and alone', async () => {
    expectGood(await failInside(at('faults')));
  });
});

describe.runIf(process.platform !== 'win32')('a limit on the size of files', patient, () => {
  it('is a full disk, and keeps the old file', async () => {
    expectGood(await saveBeyondLimit(at('limited')));
  });
});

describe.runIf(await canMount(place))('a full disk', patient, () => {
  it('keeps the old file, and says that it is full', async () => {
    expectGood(await saveOnFullDisk(at('full')));
  });
});
