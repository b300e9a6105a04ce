import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { publicHalf } from '../../../../scripts/packaging/sign-feed.mjs';
import { UpdateFailure } from '../../../../src-main/core/ports/package-updates';
import { type Given, provenList } from '../../../../src-main/edge/updates/update-list';

const { privateKey } = generateKeyPairSync('ed25519');
const day = 24 * 60 * 60_000;
const now = Date.parse('2026-12-01T12:00:00.000Z');
const at = (days: number): string => new Date(now + days * day).toISOString();
const good = {
  product: 'latchkey',
  list: 'latest-linux.yml',
  version: '0.2.0',
  date: at(-1),
  expires: at(89),
  files: [{ url: 'latchkey_0.2.0_amd64.deb', sha512: `${'A'.repeat(86)}==`, size: 100 }],
};

/** What is said about a list, signed with the right key whatever it says. */
function verdict(change: object, given: Partial<Given> = {}): string {
  const list = Buffer.from(JSON.stringify({ ...good, ...change }));
  const signature = sign(null, list, privateKey).toString('base64');
  const publicKey = publicHalf(privateKey);
  try {
    const rest = { list, signature, publicKey, name: good.list, seen: null, now, serverNow: null };
    return provenList({ ...rest, ...given }).version;
  } catch (error) {
    return error instanceof UpdateFailure ? error.kind : String(error);
  }
}

test('a signed list that is in force counts', () => {
  expect(verdict({})).toBe('0.2.0');
  expect(verdict({ releaseDate: at(-1), path: 'latchkey_0.2.0_amd64.deb' })).toBe('0.2.0');
});

test.each([
  ['another product', { product: 'otherkey' }],
  ['no product, as lists of 0.1.0 were', { product: undefined }],
  ['another system', { list: 'latest-mac.yml' }],
  ['another processor', { list: 'latest-linux-arm64.yml' }],
  ['no end', { expires: undefined }],
  ['an end that is out of sight', { expires: at(500) }],
  ['an end before its date', { date: at(-1), expires: at(-2) }],
  ['no date', { date: undefined }],
  ['dates that are none', { date: 'yesterday', expires: 'tomorrow' }],
  ['a version that is none', { version: 'latest' }],
  ['a version with a path in it', { version: '1.0.0/../../x' }],
  ['no package', { files: [] }],
  ['packages without end', { files: Array.from({ length: 11 }, () => good.files[0]) }],
  ['a package in a folder', { files: [{ ...good.files[0], url: '../latchkey.deb' }] }],
  ['a package elsewhere', { files: [{ ...good.files[0], url: 'https://example.com/latchkey.deb' }] }],
  ['signs of a shell', { files: [{ ...good.files[0], url: "a';touch x;'.deb" }] }],
  ['a blank', { files: [{ ...good.files[0], url: 'a b.deb' }] }],
  ['an option for a name', { files: [{ ...good.files[0], url: '--force.deb' }] }],
  ['a checksum that is none', { files: [{ ...good.files[0], sha512: 'AAAA' }] }],
  ['a package without a size', { files: [{ ...good.files[0], size: undefined }] }],
  ['a package of 1 GB', { files: [{ ...good.files[0], size: 1e9 }] }],
])('signed or not, a list with %s is none', (_what, change) => {
  expect(verdict(change)).toBe('not-genuine');
});

test('a list that somebody else signed, or that is no list, is none', () => {
  const stranger = publicHalf(generateKeyPairSync('ed25519').privateKey);
  expect(verdict({}, { publicKey: stranger })).toBe('not-genuine');
  const text = Buffer.from('version: 0.2.0\n');
  const signature = sign(null, text, privateKey).toString('base64');
  expect(verdict({}, { list: text, signature })).toBe('not-genuine');
});

test.each([
  ['a lower version', { version: '0.1.9' }, { version: '0.2.0', date: at(-9) }, 'outdated'],
  [
    'a version that is lower as a number',
    { version: '0.9.0' },
    { version: '0.10.0', date: at(-9) },
    'outdated',
  ],
  ['the same version, signed before', { date: at(-9) }, { version: '0.2.0', date: at(-1) }, 'outdated'],
  ['a higher version, signed before', { version: '0.3.0' }, { version: '0.2.0', date: at(-0.5) }, 'outdated'],
  ['the very same list', {}, { version: '0.2.0', date: at(-1) }, '0.2.0'],
  ['the same version, signed anew', {}, { version: '0.2.0', date: at(-30) }, '0.2.0'],
  ['a higher version', { version: '0.10.0' }, { version: '0.9.0', date: at(-30) }, '0.10.0'],
])('after what was seen, %s: %#', (_what, change, seen, said) => {
  expect(verdict(change, { seen })).toBe(said);
});

test.each([
  ['its time is over', at(-1), null, 'expired'],
  ['its time is over by the server’s clock, too', at(-1), now, 'expired'],
  ['it still holds by the server’s clock: ours may be ahead', at(-1), now - 30 * day, 'clock-wrong'],
  ['it holds', at(1), null, '0.2.0'],
])('when %s, that is said', (_what, expires, serverNow, said) => {
  expect(verdict({ date: at(-60), expires }, { serverNow })).toBe(said);
});

test('a list from the future tells of a clock that is behind, whatever the server says', () => {
  expect(verdict({ date: at(2) }, { serverNow: now })).toBe('clock-wrong');
  expect(verdict({ date: at(0.5) })).toBe('0.2.0');
});
