import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read } from '../setup/run.mjs';

/**
 * Makes the system forget the files that it has read, as after a boot: all of them where that is allowed (root), else
 * those in some folders.
 * @param {string[]} folders
 * @returns {Promise<'all' | 'own' | 'none'>} which ones were forgotten
 */
export async function dropCaches(folders) {
  await read('sync', []);
  const allowed = await writeFile('/proc/sys/vm/drop_caches', '3').then(
    () => true,
    () => false,
  );
  if (allowed) return 'all';
  const files = (await Promise.all(folders.map(filesIn))).flat();
  // With a count of 0 dd reads nothing and advises the kernel to drop the whole file (posix_fadvise).
  const results = await Promise.all(
    files.map((file) => read('dd', [`if=${file}`, 'iflag=nocache', 'count=0'])),
  );
  return results.every(({ code }) => code === 0) ? 'own' : 'none';
}

/** @param {string} folder */
async function filesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
