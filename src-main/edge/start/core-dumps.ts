import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Keeps what is in memory out of core dumps (Linux): a crash must not write keys and codes to the disk, or send them with
 * a report. Each process that is begun later takes it over from these. Chromium has begun those already from which it
 * makes pages; behind its sandbox they are none of ours to write to, and leave no dump anyway.
 *
 * @param pid of a process, for itself and all that it has begun; ours
 */
export function leaveMemoryOutOfDumps(pid = process.pid): void {
  if (process.platform !== 'linux') return;
  attempt(() => writeFileSync(`/proc/${pid}/coredump_filter`, '0'));
  attempt(() => {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8');
      for (const child of children.split(' ').filter(Boolean)) leaveMemoryOutOfDumps(Number(child));
    }
  });
}

/** It may be gone, or not ours. */
function attempt(task: () => void): void {
  try {
    task();
  } catch {
    // The others are done all the same.
  }
}
