import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { root } from '../setup/places.mjs';
import { run } from '../setup/run.mjs';

/**
 * Makes a folder that is gone when this process ends. It is on the disk of the repository: the system's folder for
 * temporary files may be in memory, and no start from there is cold.
 */
export async function workFolder() {
  const place = join(root, 'artifacts', 'bench');
  await mkdir(place, { recursive: true });
  const folder = await mkdtemp(join(place, 'work-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/**
 * Copies the Electron runtime. Other programs on the machine may run on the same one: they would carry a share of the
 * memory that is measured, and hold its files in memory when a start is to be cold.
 * @param {string} folder
 * @returns {Promise<string>} the copy's program
 */
export async function copyRuntime(folder) {
  /** @type {string} */
  const electron = createRequire(import.meta.url)('electron');
  const copy = join(folder, 'runtime');
  await run('cp', ['-a', `${dirname(electron)}/.`, copy]);
  return join(copy, basename(electron));
}
