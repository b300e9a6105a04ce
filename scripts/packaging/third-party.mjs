import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';

/**
 * A package that ships inside Latchkey.
 * @typedef {{ name: string, version: string, identifier?: string, text?: string }} Shipped
 */

/**
 * What ships beside our own code: what Vite put into the builds, keytar, and Electron.
 * @param {string} electronVersion
 * @returns {Promise<Shipped[]>} sorted by name
 */
export async function shippedPackages(electronVersion) {
  const builds = await Promise.all(
    ['main', 'preload', 'window'].map(async (build) =>
      JSON.parse(await readFile(join(root, 'dist', build, '.vite', 'licenses.json'), 'utf8')),
    ),
  );
  const keytar = join(root, 'node_modules', 'keytar');
  const { name, version, license } = JSON.parse(await readFile(join(keytar, 'package.json'), 'utf8'));
  /** @type {Shipped[]} */
  const all = [
    ...builds.flat(),
    { name, version, identifier: license, text: await readFile(join(keytar, 'LICENSE.md'), 'utf8') },
    { name: 'electron', version: electronVersion, identifier: 'MIT', text: electronNote },
  ];
  const byName = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
  return [...byName.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, shipped]) => shipped);
}

const electronNote =
  'The license of Electron is in LICENSE.electron.txt, those of Chromium and what it is made of in\nLICENSES.chromium.html, both beside the program.';

/**
 * Writes the licenses of what ships, as text for people.
 * @param {Shipped[]} shipped
 * @param {string} file
 */
export async function writeLicenses(shipped, file) {
  const nameless = shipped.filter(({ identifier }) => !identifier);
  if (nameless.length > 0) {
    throw new Error(`Under which license are these? ${nameless.map(({ name }) => name).join(', ')}`);
  }
  const parts = shipped.map(
    ({ name, version, identifier, text }) =>
      `${name} ${version} (${identifier})\n\n${text?.trim() ?? `See https://spdx.org/licenses/${identifier}.html`}\n`,
  );
  const head = 'Latchkey contains the work of others, under the licenses below. Its own is in LICENSE.txt.\n';
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`));
}
