import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The types of the files that a window is made of; a build with any other kind of file fails. */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * A Vite plugin that writes down which paths the window's protocol may serve, so that at run time a request is a
 * look-up in a fixed list and there is no path to traverse.
 *
 * @param {string} file where the manifest goes: `{ "/index.html": "text/html; charset=utf-8", … }`
 * @returns {import('vite').Plugin}
 */
export function bundleManifest(file) {
  return {
    name: 'bundle-manifest',
    async writeBundle(_options, bundle) {
      const entries = Object.keys(bundle)
        // What Vite notes about the build is not for the window.
        .filter((name) => !name.startsWith('.vite/'))
        .sort()
        .map((name) => {
          const type = types[/** @type {keyof typeof types} */ (path.extname(name))];
          if (!type) throw new Error(`The window has no use for a file of this kind: ${name}`);
          return [`/${name}`, type];
        });
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
    },
  };
}
