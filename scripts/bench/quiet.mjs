import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** The share of all cores that may be busy with something else when a measurement begins. */
const tolerable = 0.1;

/** Milliseconds that all measurements together may wait for the machine to become quiet. */
let patience = 120_000;

/** How much of the measurements began while the machine was busy with something else. */
export const noise = { began: 0, disturbed: 0 };

/**
 * Puts a session's processes before everybody else's that want the same cores, where that is allowed (root on Linux
 * with scheduling by session). Niceness would not do: Chromium sets its own.
 * @param {number | undefined} pid any process of the session
 */
export function goFirst(pid) {
  try {
    writeFileSync(`/proc/${pid}/autogroup`, '-19');
  } catch {
    // Then everybody waits for their turn, Latchkey and the bare window alike.
  }
}

/**
 * Waits until the machine has nothing else to do, for some seconds: on one that is never quiet, better a measurement
 * with a note than none.
 */
export async function quiet() {
  const begin = Date.now();
  const limit = Math.min(10_000, patience);
  noise.began++;
  while ((await busyShare(300)) > tolerable) {
    if (Date.now() - begin < limit) continue;
    noise.disturbed++;
    break;
  }
  patience -= Date.now() - begin;
}

/** @param {number} milliseconds */
async function busyShare(milliseconds) {
  const before = await cpuTimes();
  await pause(milliseconds);
  const after = await cpuTimes();
  return (after.busy - before.busy) / Math.max(1, after.all - before.all);
}

async function cpuTimes() {
  const [line = ''] = (await readFile('/proc/stat', 'utf8')).split('\n');
  const times = line.split(/ +/).slice(1, 9).map(Number);
  const all = times.reduce((sum, time) => sum + time, 0);
  return { all, busy: all - (times[3] ?? 0) - (times[4] ?? 0) };
}
