import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

/**
 * Unpacks the files of a zip archive, with their permissions.
 * @param {string} archive
 * @param {string} folder made when it is missing
 * @param {(path: string) => string | null} rename gives a file's place in the folder, null leaves it out
 */
export async function unzip(archive, folder, rename) {
  const yauzl = createRequire(import.meta.url)('yauzl');
  const zip = await promisify(yauzl.open)(archive, { lazyEntries: true });
  const openStream = promisify(zip.openReadStream.bind(zip));
  await new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (/** @type {ZipEntry} */ entry) => {
      extract(entry).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });

  /** @param {ZipEntry} entry */
  async function extract(entry) {
    const path = entry.fileName.endsWith('/') ? null : rename(entry.fileName);
    if (path === null) return;
    const file = join(folder, path);
    if (relative(folder, file).startsWith('..')) throw new Error(`${archive} wants to write to ${path}`);
    await mkdir(dirname(file), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await openStream(entry), createWriteStream(file, { mode: mode || 0o644 }));
  }
}

/** @typedef {{ fileName: string, externalFileAttributes: number }} ZipEntry */
