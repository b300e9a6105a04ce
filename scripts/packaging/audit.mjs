import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMain, script } from '../setup.mjs';
import { root } from '../setup/places.mjs';
import { read, SetupError } from '../setup/run.mjs';
import { declaredElectron } from './release-rules.mjs';
import { shippedPackages } from './third-party.mjs';

/**
 * A package of the lock file, by its place there.
 * @typedef {{ name?: string, version?: string, integrity?: string }} Locked
 */

/**
 * What `npm audit --json` says of one name. `nodes` are the places in the lock file.
 * @typedef {{ name: string, severity: string, nodes: string[], via: (string | { title?: string, url?: string })[] }} Finding
 */

/**
 * Where in the lock file the packages are that ship: what Vite put into the builds, keytar and Electron, most of which
 * are devDependencies, for Vite bundles them.
 * @param {import('./third-party.mjs').Shipped[]} shipped
 * @param {Record<string, Locked>} locked
 * @returns {string[]}
 * @throws SetupError for one that the lock file does not know, or has no checksum of: nobody can have audited that
 */
export function placesOf(shipped, locked) {
  const found = shipped.map(({ name, version }) => ({
    known: `${name}@${version}`,
    places: Object.entries(locked)
      .filter(([place, one]) => one.version === version && one.integrity && nameOf(place, one) === name)
      .map(([place]) => place),
  }));
  const unknown = found.filter(({ places }) => places.length === 0).map(({ known }) => known);
  if (unknown.length > 0)
    throw new SetupError(`What ships and is not in the lock file: ${unknown.join(', ')}`);
  return found.flatMap(({ places }) => places);
}

/**
 * @param {string} place
 * @param {Locked} one
 */
const nameOf = (place, { name }) => name ?? place.replace(/^.*node_modules\//, '');

/** How grave a finding has to be, where it is in what makes a package and not in what ships. */
const grave = ['high', 'critical'];

/**
 * What keeps a release from being made: anything that is known of what ships, and what is grave of what makes it.
 * @param {{ vulnerabilities?: Record<string, Finding> }} report of `npm audit --json`
 * @param {string[]} places of what ships
 * @returns {string[]} a line for each
 * @throws SetupError for a report that is none, which must not pass for a good one
 */
export function objections({ vulnerabilities }, places) {
  if (!vulnerabilities) throw new SetupError('npm audit gave no report.');
  return Object.values(vulnerabilities)
    .map((finding) => ({ ...finding, ships: finding.nodes.some((place) => places.includes(place)) }))
    .filter(({ ships, severity }) => ships || grave.includes(severity))
    .map(({ name, severity, ships, via }) => {
      const why = via.map((one) => (typeof one === 'string' ? one : (one.title ?? one.url ?? ''))).join('; ');
      return `${name} (${severity}, ${ships ? 'ships' : 'makes the package'}): ${why}`;
    });
}

if (isMain(import.meta.url)) {
  // `node scripts/packaging/audit.mjs`, after a build.
  await script(async () => {
    const shipped = await shippedPackages(await declaredElectron());
    const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
    const places = placesOf(shipped, packages);
    // Not --omit=dev: that would leave out nearly all that ships. It ends with 1 when it has found something.
    const { stdout, stderr } = await read('npm', ['audit', '--json'], { cwd: root });
    const lines = objections(reportIn(stdout, stderr), places);
    for (const line of lines) console.error(line);
    console.log(`${shipped.length} packages ship; ${lines.length} objections.`);
    return lines.length === 0 ? 0 : 1;
  });
}

/**
 * @param {string} stdout
 * @param {string} stderr
 */
function reportIn(stdout, stderr) {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new SetupError(`npm audit could not be asked: ${stderr.trim()}`);
  }
}
