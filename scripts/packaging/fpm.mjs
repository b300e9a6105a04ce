#!/usr/bin/env node
// Stands in for fpm where electron-builder makes a deb: takes its arguments to dpkg-deb, so that a package can be built
// without fetching fpm and the Ruby around it. electron-builder finds it by CUSTOM_FPM_PATH.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** How hard to try; builder.mjs says it to all that compress. */
const level = process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] ?? '6';
/** What dpkg-deb calls the ways to compress that fpm knows. */
const compressions = new Map([
  ['zst', ['-Zzstd', `-z${level}`]],
  ['xz', ['-Zxz', `-z${level}`]],
  ['gz', ['-Zgzip', `-z${level}`]],
  ['none', ['-Znone']],
]);

const { options, pairs } = readArguments(process.argv.slice(2));
if (one('t') !== 'deb') {
  console.error(`This stand-in makes deb packages only, not ${one('t')}.`);
  process.exit(1);
}
const workshop = mkdtempSync(join(tmpdir(), 'latchkey-deb-'));
/** What will be `/` there. */
const folder = join(workshop, 'root');
mkdirSync(folder, { mode: 0o755 });
try {
  for (const [from, to] of pairs) take(from, to);
  mkdirSync(join(folder, 'DEBIAN'));
  writeFileSync(join(folder, 'DEBIAN', 'control'), control());
  writeFileSync(join(folder, 'DEBIAN', 'md5sums'), sums());
  script('after-install', 'postinst');
  script('after-remove', 'postrm');
  const compression = compressions.get(one('deb-compression')) ?? [];
  const args = ['--root-owner-group', ...compression, '--build', folder, one('package')];
  execFileSync('dpkg-deb', args, { stdio: ['ignore', 'ignore', 'inherit'] });
} finally {
  rmSync(workshop, { recursive: true, force: true });
}

/**
 * @param {string[]} args
 * @returns {{ options: Map<string, string[]>, pairs: [string, string][] }} what was said by each option, and which
 *   files go where
 */
function readArguments(args) {
  const options = new Map();
  /** @type {[string, string][]} */
  const pairs = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    const name = arg.replace(/^--?/, '');
    if (name === 'force') continue;
    if (arg.startsWith('-')) options.set(name, [...(options.get(name) ?? []), args[++index] ?? '']);
    else pairs.push(/** @type {[string, string]} */ (arg.split('=')));
  }
  return { options, pairs };
}

/** @param {string} name */
function one(name) {
  return options.get(name)?.[0] ?? '';
}

/**
 * Takes a file, or all that is in a folder, to its place in the package.
 * @param {string} from
 * @param {string} to
 */
function take(from, to) {
  const place = join(folder, to);
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
  cpSync(resolve(from), place, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}

function control() {
  const [summary = '', ...more] = one('description')
    .split('\n')
    .map((line) => line.trim());
  const homepage = one('url');
  const lines = [
    `Package: ${one('name')}`,
    `Version: ${one('version')}`,
    `Architecture: ${one('architecture')}`,
    `Maintainer: ${one('maintainer')}`,
    `Installed-Size: ${Math.ceil(files().reduce((sum, file) => sum + lstatSync(file).size, 0) / 1024)}`,
    `Depends: ${(options.get('d') ?? []).join(', ')}`,
    `Recommends: ${(options.get('deb-recommends') ?? []).join(', ')}`,
    `Section: ${one('category')}`,
    `Priority: ${one('deb-priority')}`,
    ...(new URL(homepage).hostname.endsWith('.invalid') ? [] : [`Homepage: ${homepage}`]),
    `Description: ${summary}`,
    ...more.filter((line) => line !== '').map((line) => ` ${line}`),
  ];
  return `${lines.filter((line) => !line.endsWith(': ')).join('\n')}\n`;
}

function files() {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && basename(entry.parentPath) !== 'DEBIAN')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function sums() {
  const line = (/** @type {string} */ file) =>
    `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${file.slice(folder.length + 1)}\n`;
  return files().map(line).join('');
}

/**
 * @param {string} option
 * @param {string} name as dpkg calls it
 */
function script(option, name) {
  const from = one(option);
  if (from !== '') writeFileSync(join(folder, 'DEBIAN', name), readFileSync(from), { mode: 0o755 });
}
