import { describe, expect, test } from 'vitest';
import { otpauthUri, totpCode, totpStep } from '../../../src-main/practice-service/calls/totp';
import { appCode } from './authenticator';

/** RFC 6238 appendix B, SHA-1: seconds and eight digits, of which ours are the last six. */
const VECTORS = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
] as const;
const secret = Buffer.from('12345678901234567890').toString('hex');

describe('TOTP', () => {
  test.each(VECTORS)('at %i s is as in RFC 6238', (seconds, digits) => {
    expect(totpCode(secret, Math.floor(seconds / 30))).toBe(digits.slice(-6));
    expect(totpStep(secret, digits.slice(-6), seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  test('takes the step before and the one after', () => {
    const now = 1234567890_000;
    const step = now / 30_000;
    const taken = [-2, -1, 0, 1, 2].map((offset) => totpStep(secret, totpCode(secret, step + offset), now));
    expect(taken).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  test('works in the first step of all', () => {
    expect(totpStep(secret, totpCode(secret, 0), 0)).toBe(0);
    expect(totpStep(secret, 'abcdef', 0)).toBeUndefined();
  });

  // RFC 4648 section 10.
  test.each([
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foobar', 'MZXW6YTBOI'],
  ])('writes the secret %s in base32 as in RFC 4648', (text, base32) => {
    const uri = otpauthUri(Buffer.from(text).toString('hex'), 'A & B', 'c@d');
    expect(uri).toBe(
      `otpauth://totp/A%20%26%20B:c%40d?secret=${base32}&issuer=A%20%26%20B&algorithm=SHA1&digits=6&period=30`,
    );
  });

  test('is what the authenticator of these tests shows', () => {
    const uri = otpauthUri(secret, 'Issuer', 'account');
    for (const [seconds, digits] of VECTORS) expect(appCode(uri, seconds * 1000)).toBe(digits.slice(-6));
  });
});
