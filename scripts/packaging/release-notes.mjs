import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMain, script } from '../setup.mjs';
import { root } from '../setup/places.mjs';
import { SetupError } from '../setup/run.mjs';

/**
 * What the changelog says about a version.
 * @param {string} changelog
 * @param {string} version such as `0.2.0`
 * @returns {string | null} null when it says nothing
 */
export function notesFor(changelog, version) {
  const parts = changelog.split(/^## /m).slice(1);
  const found = parts.find((part) => part.split(/[\s\]]/)[0]?.replace('[', '') === version);
  const notes = found?.slice(found.indexOf('\n')).trim();
  return notes ? notes : null;
}

if (isMain(import.meta.url)) {
  // `node scripts/packaging/release-notes.mjs v0.2.0`: fails where the tag, package.json and CHANGELOG.md disagree.
  await script(async () => {
    const version = (process.argv[2] ?? '').replace(/^v/, '');
    const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    if (version !== about.version) {
      throw new SetupError(`The tag says ${version}, and package.json ${about.version}.`);
    }
    const notes = notesFor(await readFile(join(root, 'CHANGELOG.md'), 'utf8'), version);
    if (notes === null) throw new SetupError(`CHANGELOG.md has nothing under "## ${version}".`);
    console.log(notes);
  });
}
