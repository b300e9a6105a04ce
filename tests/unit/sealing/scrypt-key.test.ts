import { randomBytes, scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scryptKey } from '../../../src-main/edge/sealing/scrypt-key';

describe('the key of a passphrase', () => {
  it.each(['', 'x', 'Schlüssel', 'y'.repeat(64), 'y'.repeat(65), '東'.repeat(300)])(
    'is what another scrypt computes (%#)',
    async (passphrase) => {
      for (const workFactor of [1, 9, 12]) {
        const salt = randomBytes(16);
        const labeled = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]);
        const expected = scryptSync(passphrase, labeled, 32, { N: 2 ** workFactor, r: 8, p: 1 });
        expect(Buffer.from(await scryptKey(passphrase, salt, workFactor))).toEqual(expected);
      }
    },
  );
});
