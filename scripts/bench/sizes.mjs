import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../setup/places.mjs';

/**
 * @typedef {{ raw: number, gzip: number }} Size in KB of 1,000 bytes; `gzip`: each file by itself
 */

/** The sizes of what was built. */
export async function measureSizes() {
  const dist = join(root, 'dist');
  const entries = await readdir(dist, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)));
  /** @param {(file: string) => boolean} wanted */
  const sizeOf = async (wanted) => {
    const contents = await Promise.all(files.filter(wanted).map((file) => readFile(join(dist, file))));
    const sum = (/** @type {Buffer[]} */ parts) =>
      parts.reduce((total, part) => total + part.length, 0) / 1000;
    return { raw: sum(contents), gzip: sum(contents.map((content) => gzipSync(content, { level: 9 }))) };
  };
  const inWindow = (/** @type {string} */ extension) => (/** @type {string} */ file) =>
    file.startsWith(join('window', '/')) && extname(file) === extension;
  return {
    windowScript: await sizeOf(inWindow('.js')),
    windowStyle: await sizeOf(inWindow('.css')),
    main: await sizeOf((file) => file === join('main', 'main.js')),
    preload: await sizeOf((file) => file === join('preload', 'preload.cjs')),
    dist: await sizeOf(() => true),
  };
}
