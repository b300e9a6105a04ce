import { setTimeout as pause } from 'node:timers/promises';
import { quit, startContender } from '../contenders.mjs';
import { cpuShare, processTree, proportionalMemory } from '../processes.mjs';
import { freshFolder } from '../profiles.mjs';
import { quiet } from '../quiet.mjs';
import { debugAddress, inWindow } from '../screen/window-of.mjs';

/** Milliseconds from the start until the memory is taken, and from the last click until CPU is counted. */
const idleBefore = { memory: 10_000, cpu: 5_000 };

/**
 * What an open window costs while nobody touches it.
 * @typedef {object} Idle
 * @property {number} memory MB, summed over the process tree (PSS)
 * @property {number} processes
 * @property {number} cpu percent of one core
 *
 * @param {import('../profiles.mjs').Prepared} app
 * @param {import('../contenders.mjs').Ground} ground
 * @param {number} seconds to count CPU for; 0 for not at all
 * @returns {Promise<Idle>}
 */
export async function measureIdle(app, ground, seconds) {
  const profile = await freshFolder(app);
  await quiet();
  const child = startContender(app, { ...ground, profile, debuggable: true });
  const address = await debugAddress(child);
  await pause(idleBefore.memory);
  const tree = await processTree(child.pid ?? NaN);
  const memory = await proportionalMemory(tree);

  let cpu = NaN;
  if (seconds > 0) {
    // The same for both apps, but that the bare one has no such button.
    await inWindow(address, async (page) => {
      const button = page.getByRole('button', { name: 'Text me a code' });
      if ((await button.count()) === 0) return;
      await button.click();
      await page
        .getByText(/\d:\d\d/)
        .first()
        .waitFor();
    });
    await pause(idleBefore.cpu);
    cpu = await cpuShare(child.pid ?? NaN, seconds);
  }
  await quit(child);
  return { memory, processes: tree.length, cpu };
}
