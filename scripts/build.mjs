import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isMain, script } from './setup.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { root } from './setup/places.mjs';

const modes = ['main', 'preload', 'window'];
const sources = [
  ...['src-main', 'src-renderer', 'assets', 'scripts/vite'],
  ...['vite.config.ts', 'svelte.config.js', 'package.json', 'package-lock.json'],
];
const results = [...modes.map((mode) => `dist/${mode}`), 'dist/window-manifest.json'];
const stamp = join(root, 'dist', '.stamp');

/**
 * Builds dist/ with Vite, unless it is what these sources and these packages were built to.
 * @param {(line: string) => void} say
 */
export async function build(say = console.log) {
  if ((await readFile(stamp, 'utf8').catch(() => '')) === (await state())) return;
  const start = Date.now();
  const vite = await import('vite');
  const configFile = join(root, 'vite.config.ts');
  await Promise.all(modes.map((mode) => vite.build({ configFile, configLoader: 'runner', mode })));
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(stamp, await state());
  say(`Built ${modes.join(', ')} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

/** What went in and what came out: a hand-made build in between must not pass for this one. */
async function state() {
  return `${await digest(sources)} ${await digest(results)}\n`;
}

/** @param {string[]} places files and folders, from the root */
async function digest(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of await filesIn(join(root, place))) {
      const content = await readFile(file);
      hash.update(`${relative(root, file).split(sep).join('/')} ${content.length}\n`).update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} place
 * @returns {Promise<string[]>} none when there is no such place
 */
async function filesIn(place) {
  try {
    const entries = await readdir(place, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return access(place).then(
      () => [place],
      () => [],
    );
  }
}

if (isMain(import.meta.url)) {
  await script(async () => {
    await ensureNodeModules(console.log);
    await build();
  });
}
