import { statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { root } from '../setup/places.mjs';
import { SetupError } from '../setup/run.mjs';
import { relatedPart, staticParts, unitPart } from './parts.mjs';

const code = /\.(ts|js|mjs|svelte)$/;

/**
 * What `npm run check` runs: everything, or what its arguments choose.
 * @param {string[]} args names of parts (`lint`; `types` for all that begin with it) and files, from the root or absolute
 * @param {string} reports a folder for the reports
 * @returns {import('./part.mjs').Part[]} each once; throws a SetupError for an argument that is neither
 */
export function chosenParts(args, reports) {
  const parts = [unitPart(reports), ...staticParts];
  if (args.length === 0) return parts;
  /** @type {string[]} */
  const files = [];
  /** @type {Set<import('./part.mjs').Part>} */
  const chosen = new Set();
  for (const arg of args) {
    const named = parts.filter(({ name }) => name === arg || name.startsWith(`${arg} `));
    const file = named.length > 0 ? null : fileFromRoot(arg);
    if (file !== null) files.push(file);
    for (const part of file === null ? named : partsAbout(file)) chosen.add(part);
    if (file === null && named.length === 0) throw new SetupError(sentence(arg, parts));
  }
  return [...chosen, ...partsOf(files, reports)];
}

/**
 * The types that a file belongs to are checked as a whole: it can break others.
 * @param {string} file
 */
function partsAbout(file) {
  return staticParts.filter(({ concerns }) => concerns?.test(file));
}

/**
 * @param {string[]} files
 * @param {string} reports
 * @returns {import('./part.mjs').Part[]}
 */
function partsOf(files, reports) {
  if (files.length === 0) return [];
  const program = files.filter((file) => code.test(file));
  const named = files.join(', ');
  const format = ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '--ignore-unknown', ...files];
  if (program.length === 0) return [{ name: `format of ${named}`, command: format }];
  return [
    relatedPart(program, reports),
    { name: `lint of ${named}`, command: ['eslint/bin/eslint.js', ...program, '--max-warnings=0'] },
    { name: `format of ${named}`, command: format },
  ];
}

/**
 * @param {string} arg
 * @returns {string | null} null when it is no file of this repository
 */
function fileFromRoot(arg) {
  const place = relative(root, isAbsolute(arg) ? arg : join(root, arg));
  if (place.startsWith('..') || isAbsolute(place)) return null;
  return statSync(join(root, place), { throwIfNoEntry: false })?.isFile() ? place.split(sep).join('/') : null;
}

/**
 * @param {string} arg
 * @param {import('./part.mjs').Part[]} parts
 */
function sentence(arg, parts) {
  const names = [...new Set(parts.map(({ name }) => name.replace(/ of .*/, '')))];
  return `“${arg}” is neither a part of the check (${names.join(', ')}) nor a file here, such as src-main/main.ts.`;
}
