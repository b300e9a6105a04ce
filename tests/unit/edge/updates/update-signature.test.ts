import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { publicHalf } from '../../../../scripts/packaging/sign-feed.mjs';
import { isSigned } from '../../../../src-main/edge/updates/signature';

const { privateKey } = generateKeyPairSync('ed25519');
const key = publicHalf(privateKey);
const list = Buffer.from('version 0.2.0, sha512 AAAA');
const signed = (): string => `${sign(null, list, privateKey).toString('base64')}\n`;

test('what the release signs is taken, and nothing that differs by a letter', () => {
  expect(isSigned(list, signed(), key)).toBe(true);
  for (const other of [String(list).replace('AAAA', 'AAAB'), `${String(list)} `, '']) {
    expect(isSigned(Buffer.from(other), signed(), key)).toBe(false);
  }
});

test('the signature of another key is not taken', () => {
  const other = publicHalf(generateKeyPairSync('ed25519').privateKey);
  expect(isSigned(list, signed(), other)).toBe(false);
});

test.each(['', 'AAAA', 'not base64', '<html>', Buffer.alloc(64).toString('base64')])(
  'the signature %j is none',
  (signature) => {
    expect(isSigned(list, signature, key)).toBe(false);
  },
);

test.each(['', 'AAAA', 'not base64', publicRsa()])('the key %# is none', (odd) => {
  expect(isSigned(list, signed(), odd)).toBe(false);
});

/** A real key, of a kind that nothing is signed with here. */
function publicRsa(): string {
  return publicHalf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
}
