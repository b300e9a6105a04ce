import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { isMain, script } from '../setup.mjs';
import { root } from '../setup/places.mjs';

/** @typedef {Map<string, readonly string[]>} Imports by file, what it imports of the others; paths from the root */

/**
 * Finds files that import each other in a circle, types included: such files can only be understood, moved and tested
 * together.
 * @param {string} base the folder with package.json, whose `imports` are followed
 * @param {string[]} folders of it
 * @returns {Promise<string[][]>} for every file in a circle, the shortest one it is in, each once; the first file of a
 *   chain is also its last
 */
export async function importCircles(base, folders) {
  const imports = await readImports(base, folders);
  /** @type {Map<string, string[]>} */
  const circles = new Map();
  for (const file of imports.keys()) {
    const chain = shortestWayBack(file, imports);
    const members = [...(chain ?? [])].sort().join('\n');
    if (chain && !circles.has(members)) circles.set(members, [...chain, file]);
  }
  return [...circles.values()];
}

/**
 * @param {string} file
 * @param {Imports} imports
 * @returns {string[] | null} the files on the way, beginning with this one
 */
function shortestWayBack(file, imports) {
  const ways = [[file]];
  const seen = new Set();
  for (const way of ways) {
    for (const next of imports.get(way.at(-1) ?? '') ?? []) {
      if (next === file) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

/**
 * @param {string} base
 * @param {string[]} folders
 * @returns {Promise<Imports>}
 */
async function readImports(base, folders) {
  const files = (await Promise.all(folders.map((folder) => sourcesIn(base, folder)))).flat().sort();
  const known = new Set(files);
  const { imports: patterns = {} } = JSON.parse(await readFile(join(base, 'package.json'), 'utf8'));
  const entries = files.map(async (file) => {
    const names = importedNames(file, await readFile(join(base, file), 'utf8'));
    const targets = names.map((name) => target(file, name, patterns, known));
    return /** @type {const} */ ([file, [...new Set(targets.filter((found) => found !== null))]]);
  });
  return new Map(await Promise.all(entries));
}

/**
 * @param {string} base
 * @param {string} folder
 */
async function sourcesIn(base, folder) {
  const entries = await readdir(join(base, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => relative(base, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/**
 * @param {string} file
 * @param {string} text
 */
function importedNames(file, text) {
  if (!file.endsWith('.svelte')) return namesIn(text);
  const inScripts = [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].flatMap(([, code = '']) =>
    namesIn(code),
  );
  const inMarkup = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, name = '']) => name);
  return [...inScripts, ...inMarkup];
}

/** @param {string} code */
function namesIn(code) {
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
}

/**
 * The file that an import names; null for packages and style sheets.
 * @param {string} file
 * @param {string} name
 * @param {Record<string, string>} patterns `imports` of package.json, as `#words/*`: `./words/*.ts`
 * @param {Set<string>} known
 */
function target(file, name, patterns, known) {
  const path = name.startsWith('.') ? join(dirname(file), name) : mapped(name, patterns);
  if (path === null) return null;
  const plain = path.split(sep).join('/');
  return [plain, `${plain}.ts`].find((candidate) => known.has(candidate)) ?? null;
}

/**
 * @param {string} name
 * @param {Record<string, string>} patterns
 */
function mapped(name, patterns) {
  for (const [pattern, place] of Object.entries(patterns)) {
    const begin = pattern.replace('*', '');
    if (name.startsWith(begin)) return join(place.replace('*', name.slice(begin.length)));
  }
  return null;
}

if (isMain(import.meta.url)) {
  await script(async () => {
    const circles = await importCircles(root, ['src-main', 'src-renderer']);
    for (const circle of circles) console.error(circle.join('\n  -> '));
    return circles.length === 0 ? 0 : 1;
  });
}
