import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMain, script } from '../setup.mjs';
import { SetupError } from '../setup/run.mjs';
import { updateLists } from './update-lists.mjs';

/** Days that a list holds unless it is said: as long as somebody can keep a newer one from a person. */
const usualDays = 90;

/**
 * Writes the lists of what a version consists of beside its packages, and signs them.
 * @param {string} folder
 * @param {import('node:crypto').KeyObject} key Ed25519
 * @param {{ version: string, days?: number, now?: number }} about `days`: for how long they hold
 * @returns {Promise<string[]>} the names of the lists
 */
export async function signFeed(folder, key, { version, days = usualDays, now }) {
  const lists = await updateLists(folder, { version, days, ...(now === undefined ? {} : { now }) });
  for (const { name, text } of lists) {
    await writeFile(join(folder, name), text);
    await writeFile(
      join(folder, `${name}.sig`),
      `${sign(null, Buffer.from(text), key).toString('base64')}\n`,
    );
  }
  return lists.map(({ name }) => name);
}

/**
 * The half of a key that goes into the packages, as LATCHKEY_UPDATE_KEY.
 * @param {import('node:crypto').KeyObject} key
 */
export const publicHalf = (key) =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');

if (isMain(import.meta.url)) {
  // By hand, on a computer that does not publish: docs/release.md.
  await script(async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { key: { type: 'string' }, version: { type: 'string' }, days: { type: 'string' } },
    });
    const [folder] = positionals;
    const { key: keyFile, version, days = String(usualDays) } = values;
    if (!folder || !keyFile || !version || !/^\d{1,3}$/.test(days)) {
      throw new SetupError('Usage: sign-feed.mjs FOLDER --key update-key.pem --version 0.2.0 [--days 90]');
    }
    const key = createPrivateKey(await readFile(keyFile));
    if (publicHalf(key) !== process.env['LATCHKEY_UPDATE_KEY']) {
      throw new SetupError('LATCHKEY_UPDATE_KEY is not the other half of that key.');
    }
    const lists = await signFeed(folder, key, { version, days: Number(days) });
    console.log(lists.length > 0 ? `Signed ${lists.join(', ')}` : 'There is nothing to sign.');
    return lists.length > 0 ? 0 : 1;
  });
}
