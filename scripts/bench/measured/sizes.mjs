import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../setup/places.mjs';

/**
 * @typedef {{ raw: number, gzip: number }} Size in KB of 1,000 bytes; `gzip`: each file by itself
 */

/** The sizes of what was built. */
export async function measureSizes() {
  const dist = join(root, 'dist');
  const entries = await readdir(dist, { withFileTypes: true, recursive: true });
  const files = entries
    // What starts with a dot are notes about the build.
    .filter(
      (entry) => entry.isFile() && !/(^|[\\/])\./.test(relative(dist, join(entry.parentPath, entry.name))),
    )
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)));
  /** @param {(file: string) => boolean} wanted */
  const sizeOf = async (wanted) => {
    const contents = await Promise.all(files.filter(wanted).map((file) => readFile(join(dist, file))));
    const sum = (/** @type {Buffer[]} */ parts) =>
      parts.reduce((total, part) => total + part.length, 0) / 1000;
    return { raw: sum(contents), gzip: sum(contents.map((content) => gzipSync(content, { level: 9 }))) };
  };
  const atStart = await staticScripts(join(dist, 'window'), files);
  const inWindow = (/** @type {string} */ extension) => (/** @type {string} */ file) =>
    file.startsWith(join('window', '/')) && extname(file) === extension;
  return {
    windowScript: await sizeOf((file) => atStart.has(file)),
    windowScriptLater: await sizeOf((file) => inWindow('.js')(file) && !atStart.has(file)),
    windowStyle: await sizeOf(inWindow('.css')),
    main: await sizeOf((file) => file === join('main', 'main.js')),
    preload: await sizeOf((file) => file === join('preload', 'preload.cjs')),
    dist: await sizeOf(() => true),
  };
}

/**
 * The scripts that the main window waits for: the page's own, and what it imports other than on demand.
 * @param {string} folder the window's
 * @param {string[]} files of all that is built
 */
async function staticScripts(folder, files) {
  /** @type {Set<string>} */
  const found = new Set();
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const wanted = [...page.matchAll(/src="\.\/([^"]+\.js)"/g)].map(([, name = '']) => basename(name));
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const file = files.find((one) => basename(one) === name);
    if (file === undefined) throw new Error(`${name} was not built`);
    if (found.has(file)) continue;
    found.add(file);
    const script = await readFile(join(dirname(folder), file), 'utf8');
    wanted.push(...[...script.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)].map(([, other = '']) => other));
  }
  return found;
}
