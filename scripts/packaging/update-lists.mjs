import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../setup/run.mjs';

const day = 24 * 60 * 60_000;

/** Which list a package belongs to: those that Latchkey can put in its own place, and no others. */
const kinds = [
  { list: 'latest-linux-arm64.yml', name: /[-_]arm64\.(deb|AppImage)$/ },
  { list: 'latest-linux.yml', name: /\.(deb|AppImage)$/ },
  { list: 'latest-mac.yml', name: /-mac\.zip$/ },
  { list: 'latest.yml', name: /-setup\.exe$/ },
];

/**
 * The lists of what a version consists of, worked out from the packages themselves. They are JSON, in files by the
 * names that 0.1.0 asks for, which reads them as YAML.
 * @param {string} folder
 * @param {{ version: string, days: number, now?: number }} about `days`: for how long they hold
 * @returns {Promise<{ name: string, text: string }[]>}
 */
export async function updateLists(folder, { version, days, now = Date.now() }) {
  /** @type {Map<string, { url: string, sha512: string, size: number }[]>} */
  const lists = new Map();
  for (const url of (await readdir(folder)).sort()) {
    const kind = kinds.find(({ name }) => name.test(url));
    if (!kind) continue;
    if (!url.includes(version)) throw new SetupError(`${url} is not of version ${version}.`);
    const content = await readFile(join(folder, url));
    const sha512 = createHash('sha512').update(content).digest('base64');
    lists.set(kind.list, [...(lists.get(kind.list) ?? []), { url, sha512, size: content.length }]);
  }
  const date = new Date(now).toISOString();
  const expires = new Date(now + days * day).toISOString();
  return [...lists].map(([list, files]) => {
    // What 0.1.0 looks at beside `files`.
    const [{ url: path = '', sha512 = '' } = {}] = files;
    const content = {
      product: 'latchkey',
      list,
      version,
      date,
      expires,
      files,
      path,
      sha512,
      releaseDate: date,
    };
    return { name: list, text: `${JSON.stringify(content, null, 2)}\n` };
  });
}
