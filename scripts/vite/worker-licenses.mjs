import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Two Vite plugins that add the licenses of what goes into workers to those of the window: Vite notes a build's own modules
 * alone, and a worker is a build inside of it.
 *
 * @param {string} file where Vite writes those of the window
 * @returns {{ inWorker: import('vite').Plugin, inWindow: import('vite').Plugin }}
 */
export function workerLicenses(file) {
  /** @type {Set<string>} */
  const folders = new Set();
  return {
    inWorker: {
      name: 'worker-licenses',
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'asset') continue;
          for (const id of chunk.moduleIds) {
            const folder = /^[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0];
            if (folder) folders.add(folder);
          }
        }
      },
    },
    inWindow: {
      name: 'window-licenses',
      async writeBundle() {
        const known = JSON.parse(await readFile(file, 'utf8'));
        const names = new Set(known.map(nameAndVersion));
        const more = await Promise.all([...folders].sort().map(licenseOf));
        const all = [...known, ...more.filter((one) => !names.has(nameAndVersion(one)))];
        await writeFile(file, `${JSON.stringify(all, null, 2)}\n`);
      },
    },
  };
}

/** @param {{ name: string, version: string }} one */
const nameAndVersion = ({ name, version }) => `${name}@${version}`;

/**
 * As Vite notes it, with the licenses of what a package has taken in: pdf.js has those of its decoders beside them.
 * @param {string} folder of a package
 */
async function licenseOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const files = [...(await licensesIn(folder)), ...(await licensesIn(path.join(folder, 'wasm')))];
  const texts = await Promise.all(files.map((one) => readFile(one, 'utf8')));
  return { name, version, identifier: license, text: texts.map((text) => text.trim()).join('\n\n\n') };
}

/** @param {string} folder */
async function licensesIn(folder) {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /^licen[cs]e/i.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}
