import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Clock ticks in a second, as /proc counts CPU time: the same on every Linux. */
const ticks = 100;

/**
 * A process and all that descend from it.
 * @param {number} pid
 * @returns {Promise<number[]>}
 */
export async function processTree(pid) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const one of await allProcesses()) {
    const parent = Number((await statOf(one))[1] ?? NaN);
    children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  const tree = [pid];
  for (const member of tree) tree.push(...(children.get(member) ?? []));
  return tree;
}

/**
 * The memory of processes in MB, what they share with anybody counted by its share.
 * @param {number[]} pids
 */
export const proportionalMemory = (pids) => memoryOf(pids, /^Pss: +(\d+)/m);

/**
 * The memory of processes in MB that is no file's: what they have written themselves. It does not depend on who else
 * runs the same program.
 * @param {number[]} pids
 */
export const writtenMemory = (pids) => memoryOf(pids, /^Anonymous: +(\d+)/m);

/**
 * @param {number[]} pids
 * @param {RegExp} line of /proc/PID/smaps_rollup, in KB
 */
async function memoryOf(pids, line) {
  let kilobytes = 0;
  for (const pid of pids) {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(line.exec(text)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

/**
 * How busy a process and all that descend from it are.
 * @param {number} pid
 * @param {number} seconds for which they are watched
 * @returns {Promise<number>} percent of one core
 */
export async function cpuShare(pid, seconds) {
  const before = await cpuSeconds(await processTree(pid));
  await pause(seconds * 1000);
  const after = await cpuSeconds(await processTree(pid));
  return (100 * (after - before)) / seconds;
}

/**
 * The seconds of CPU that processes have used so far, in user and kernel mode.
 * @param {number[]} pids
 */
async function cpuSeconds(pids) {
  let sum = 0;
  for (const pid of pids) {
    const stat = await statOf(pid);
    sum += Number(stat[11] ?? 0) + Number(stat[12] ?? 0);
  }
  return sum / ticks;
}

async function allProcesses() {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}

/**
 * The fields of /proc/PID/stat from the third on; none when the process has gone.
 * @param {number} pid
 */
async function statOf(pid) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
