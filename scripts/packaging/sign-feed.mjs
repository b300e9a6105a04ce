import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMain, script } from '../setup.mjs';
import { SetupError } from '../setup/run.mjs';

/**
 * Signs the lists of what a version consists of, latest*.yml, which hold the SHA-512 of every package.
 * @param {string} folder gets a `.sig` beside each of them
 * @param {import('node:crypto').KeyObject} key Ed25519
 * @returns {Promise<string[]>} the names of the lists
 */
export async function signFeed(folder, key) {
  const lists = (await readdir(folder)).filter((name) => /^latest.*\.yml$/.test(name));
  for (const name of lists) {
    const signature = sign(null, await readFile(join(folder, name)), key).toString('base64');
    await writeFile(join(folder, `${name}.sig`), `${signature}\n`);
  }
  return lists;
}

/**
 * The half of a key that goes into the packages, as LATCHKEY_UPDATE_KEY.
 * @param {import('node:crypto').KeyObject} key
 */
export const publicHalf = (key) =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');

if (isMain(import.meta.url)) {
  // `node scripts/packaging/sign-feed.mjs FOLDER`, with the private key (PEM) in LATCHKEY_UPDATE_SIGNING_KEY.
  await script(async () => {
    const [, , folder] = process.argv;
    const pem = process.env['LATCHKEY_UPDATE_SIGNING_KEY'];
    if (!folder || !pem) throw new SetupError('Say which folder, and set LATCHKEY_UPDATE_SIGNING_KEY.');
    const key = createPrivateKey(pem);
    if (publicHalf(key) !== process.env['LATCHKEY_UPDATE_KEY']) {
      throw new SetupError('LATCHKEY_UPDATE_KEY is not the other half of LATCHKEY_UPDATE_SIGNING_KEY.');
    }
    const lists = await signFeed(folder, key);
    console.log(lists.length > 0 ? `Signed ${lists.join(', ')}` : 'There is nothing to sign.');
    return lists.length > 0 ? 0 : 1;
  });
}
