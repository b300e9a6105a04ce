import { createHash, generateKeyPairSync } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { publicHalf, signFeed } from '../../../scripts/packaging/sign-feed.mjs';
import { updateLists } from '../../../scripts/packaging/update-lists.mjs';
import { provenList } from '../../../src-main/edge/updates/update-list';
import { temporaryFolder } from '../edge/files/temporary-folder';

const names = [
  'latchkey_0.2.0_amd64.deb',
  'latchkey_0.2.0_arm64.deb',
  'Latchkey-0.2.0.AppImage',
  'Latchkey-0.2.0-arm64.AppImage',
  'Latchkey-0.2.0-universal-mac.zip',
  'Latchkey-0.2.0-universal.dmg',
  'latchkey-0.2.0-setup.exe',
  'latchkey-0.2.0-portable.exe',
  'latchkey-0.2.0.x86_64.rpm',
  'latchkey-0.2.0.tar.gz',
  'sbom-linux-x64.cdx.json',
  'SHA256SUMS',
];

async function release(): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of names) await writeFile(path.join(folder, name), `what is in ${name}`);
  return folder;
}

const now = Date.parse('2026-12-01T00:00:00.000Z');

test('each list has what Latchkey can put in its own place on one system, and nothing else', async () => {
  const lists = await updateLists(await release(), { version: '0.2.0', days: 90, now });
  const contents = lists.map(({ name, text }) => {
    const { list, files } = JSON.parse(text) as { list: string; files: { url: string }[] };
    expect(list).toBe(name);
    return [name, files.map(({ url }) => url)];
  });
  expect(Object.fromEntries(contents)).toEqual({
    'latest-linux.yml': ['Latchkey-0.2.0.AppImage', 'latchkey_0.2.0_amd64.deb'],
    'latest-linux-arm64.yml': ['Latchkey-0.2.0-arm64.AppImage', 'latchkey_0.2.0_arm64.deb'],
    'latest-mac.yml': ['Latchkey-0.2.0-universal-mac.zip'],
    'latest.yml': ['latchkey-0.2.0-setup.exe'],
  });
});

test('a package of another version is not signed by mistake', async () => {
  await expect(updateLists(await release(), { version: '0.3.0', days: 90 })).rejects.toThrow('0.3.0');
});

test('what is signed is what Latchkey takes, until it runs out', async () => {
  const folder = await release();
  const { privateKey } = generateKeyPairSync('ed25519');
  expect(await signFeed(folder, privateKey, { version: '0.2.0', days: 30, now })).toHaveLength(4);
  const name = 'latest-mac.yml';
  const given = {
    list: await readFile(path.join(folder, name)),
    signature: await readFile(path.join(folder, `${name}.sig`), 'latin1'),
    publicKey: publicHalf(privateKey),
    ...{ name, seen: null, serverNow: null },
  };
  const day = 24 * 60 * 60_000;
  expect(provenList({ ...given, now: now + 29 * day })).toMatchObject({ version: '0.2.0' });
  expect(() => provenList({ ...given, now: now + 31 * day })).toThrow('expired');
  expect((await readdir(folder)).filter((file) => file.endsWith('.sig'))).toHaveLength(4);
});

test('0.1.0, which reads YAML, finds in it what it looks for', async () => {
  const folder = await release();
  const [first] = await updateLists(folder, { version: '0.2.0', days: 90, now });
  const content = await readFile(path.join(folder, 'Latchkey-0.2.0-arm64.AppImage'));
  const sha512 = createHash('sha512').update(content).digest('base64');
  expect(parse(first?.text ?? '')).toMatchObject({
    version: '0.2.0',
    path: 'Latchkey-0.2.0-arm64.AppImage',
    sha512,
    files: [{ url: 'Latchkey-0.2.0-arm64.AppImage', sha512, size: content.length }, {}],
    releaseDate: '2026-12-01T00:00:00.000Z',
  });
});
