import { describe, expect, it } from 'vitest';
import { quickSealer, sealer, utf8 } from './sealers';

const recipient = await sealer.recipientOf(await sealer.newIdentity());

describe('what opens a file, by its first bytes', () => {
  it.each(['binary', 'armored'] as const)('is what its whole header says (%s)', async (form) => {
    const byKey = await sealer.sealTo(recipient, 'x'.repeat(5_000), form);
    const byPassphrase = await quickSealer.sealWithPassphrase('correct horse', 'x'.repeat(5_000), form);
    for (const file of [byKey, byPassphrase]) {
      expect(sealer.lockAtStart(file.slice(0, 200))).toBe(await sealer.lockOf(file));
    }
    expect(sealer.lockAtStart(byPassphrase.slice(0, 200))).toBe('passphrase');
  });

  it('is seen in armor as mail and editors leave it', async () => {
    const sealed = Buffer.from(
      await quickSealer.sealWithPassphrase('correct horse', 'text', 'armored'),
    ).toString();
    for (const text of [` \r\n\t${sealed}`, sealed.replaceAll('\n', '\r\n'), `\uFEFF${sealed}`]) {
      expect(sealer.lockAtStart(utf8(text).slice(0, 200))).toBe('passphrase');
    }
  });

  it.each([
    '',
    'age-encryption.org/v',
    'age-encryption.org/v2\n-> scrypt ',
    'PK',
    '-----BEGIN PGP MESSAGE-----\n',
  ])('is nothing for %j', (text) => {
    expect(sealer.lockAtStart(utf8(text))).toBeNull();
  });
});
