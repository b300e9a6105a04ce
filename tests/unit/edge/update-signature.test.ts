import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { publicHalf, signFeed } from '../../../scripts/packaging/sign-feed.mjs';
import { isSigned } from '../../../src-main/edge/updates/signature';
import { temporaryFolder } from './temporary-folder';

const { privateKey } = generateKeyPairSync('ed25519');
const key = publicHalf(privateKey);
const list = 'version: 0.2.0\nfiles:\n  - url: latchkey_0.2.0_amd64.deb\n    sha512: AAAA\n';

async function signed(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'latest-linux.yml'), list);
  await writeFile(path.join(folder, 'sbom.cdx.json'), '{}');
  expect(await signFeed(folder, privateKey)).toEqual(['latest-linux.yml']);
  return readFile(path.join(folder, 'latest-linux.yml.sig'), 'utf8');
}

test('what the release signs is taken, and nothing that differs by a letter', async () => {
  const signature = await signed();
  expect(isSigned(list, signature, key)).toBe(true);
  expect(isSigned(list.replace('AAAA', 'AAAB'), signature, key)).toBe(false);
  expect(isSigned(`${list} `, signature, key)).toBe(false);
  expect(isSigned('', signature, key)).toBe(false);
});

test('the signature of another key is not taken', async () => {
  const other = publicHalf(generateKeyPairSync('ed25519').privateKey);
  expect(isSigned(list, await signed(), other)).toBe(false);
});

test.each(['', 'AAAA', 'not base64', '<html>', Buffer.alloc(64).toString('base64')])(
  'the signature %j is none',
  (signature) => {
    expect(isSigned(list, signature, key)).toBe(false);
  },
);

test.each(['', 'AAAA', 'not base64', publicRsa()])('the key %# is none', async (odd) => {
  expect(isSigned(list, await signed(), odd)).toBe(false);
});

/** A real key, of a kind that nothing is signed with here. */
function publicRsa(): string {
  return publicHalf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
}
