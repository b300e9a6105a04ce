import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { declaredElectron, isOnlyForTests, updatesFrom } from '../../../scripts/packaging/release-rules.mjs';

const same = { packed: '45.4.1', declared: '45.4.1' };
const carried = { packed: '33.2.1', declared: '45.4.1' };
const release = { LATCHKEY_RELEASE: '1' };
const feed = { LATCHKEY_UPDATE_URL: 'https://updates.example.com/', LATCHKEY_UPDATE_KEY: 'MCowBQYDK2VwAyEA' };

test('the Electron that ships is the one in package.json', async () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'),
  ) as { version: string };
  expect(await declaredElectron()).toBe(version);
});

test('a release has no other Electron than that', () => {
  expect(isOnlyForTests(release, same)).toBe(false);
  expect(() => isOnlyForTests(release, carried)).toThrow('A release has Electron 45.4.1');
  expect(() => isOnlyForTests(release, { ...same, packed: '' })).toThrow('an unknown one');
});

test('a package with another one is only for tests, and looks nowhere but on this computer', () => {
  expect(isOnlyForTests({}, same)).toBe(false);
  expect(isOnlyForTests({}, carried)).toBe(true);
  expect(updatesFrom({}, carried)).toBeNull();
  expect(() => updatesFrom(feed, carried)).toThrow('only for tests');
  const local = { ...feed, LATCHKEY_UPDATE_URL: 'http://127.0.0.1:8080/' };
  expect(updatesFrom(local, carried)).toEqual({
    url: 'http://127.0.0.1:8080/',
    publicKey: 'MCowBQYDK2VwAyEA',
  });
});

test('a release looks where it is told to, over https', () => {
  expect(updatesFrom({ ...release, ...feed }, same)).toEqual({
    url: 'https://updates.example.com/',
    publicKey: 'MCowBQYDK2VwAyEA',
  });
  expect(updatesFrom(release, same)).toBeNull();
  expect(() => updatesFrom({ ...feed, LATCHKEY_UPDATE_KEY: '' }, same)).toThrow('belong together');
  expect(() => updatesFrom({ ...feed, LATCHKEY_UPDATE_URL: 'http://updates.example.com/' }, same)).toThrow(
    'https',
  );
});
