import { Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { TooLongToSeal } from '../../../src-main/core/ports/sealing/sealer';
import { maxSealedBytes } from '../../../src-main/edge/sealing/age-file';
import { kindOf, latin1, quickSealer, sealer, utf8 } from './sealers';

const identity = await sealer.newIdentity();
const recipient = await sealer.recipientOf(identity);
const passphrase = 'correct horse';

/** Both ways to open a file. */
const openings = [
  ['a key', (file: Uint8Array) => kindOf(sealer.openWith(identity, file))],
  ['a passphrase', (file: Uint8Array) => kindOf(quickSealer.openWithPassphrase(passphrase, file))],
] as const;

/** A file sealed by passphrase whose stanza is changed. */
async function withStanza(change: (stanza: string) => string): Promise<Uint8Array> {
  const file = latin1(await quickSealer.sealWithPassphrase(passphrase, 'text', 'binary'));
  return Buffer.from(file.replace(/-> scrypt .*\n.*\n/, change), 'latin1');
}

describe.each(openings)('opening with %s', (_what, open) => {
  it('refuses 16 MiB and a byte, whatever it is', async () => {
    const large = new Uint8Array(maxSealedBytes + 1);
    expect(await open(large)).toBe('too-large');
    large.set(utf8('age-encryption.org/v1\n'));
    expect(await open(large)).toBe('too-large');
    expect(await open(large.subarray(0, maxSealedBytes))).toBe('damaged');
  });

  it.each([
    ['', 'not-sealed'],
    ['age-encryption.org/v', 'not-sealed'],
    ['{"schema": 1}', 'not-sealed'],
    [' age-encryption.org/v1\n', 'not-sealed'],
    ['-----BEGIN PGP MESSAGE-----\n', 'not-sealed'],
    ['PK\u0003\u0004', 'not-sealed'],
    ['age-encryption.org/v1', 'damaged'],
    ['age-encryption.org/v1\n', 'damaged'],
    ['-----BEGIN AGE ENCRYPTED FILE-----', 'damaged'],
    ['\n-----BEGIN AGE ENCRYPTED FILE-----\n-----END AGE ENCRYPTED FILE-----\n', 'damaged'],
  ])('of %j is %s', async (text, kind) => {
    expect(await open(utf8(text))).toBe(kind);
  });
});

describe('opening', () => {
  it('takes armor as mail and editors leave it', async () => {
    const sealed = latin1(await quickSealer.sealWithPassphrase(passphrase, 'text', 'armored'));
    for (const armored of [
      ` \r\n\t${sealed}\n \n`,
      sealed.replaceAll('\n', '\r\n'),
      `\uFEFF${sealed.trim()}`,
    ]) {
      expect(await quickSealer.openWithPassphrase(passphrase, utf8(armored))).toBe('text');
    }
  });

  it('calls a plaintext that is no text damaged', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const sealed = await encrypter.encrypt(new Uint8Array([0x74, 0xff, 0x74]));
    expect(await kindOf(sealer.openWith(identity, sealed))).toBe('damaged');
  });

  it.each(['utf16le', 'utf16be'] as const)(
    'takes text that says by its first bytes that it is %s',
    async (form) => {
      const bytes = Buffer.from('\uFEFF{"Größe": 1}', 'utf16le');
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      const sealed = await encrypter.encrypt(form === 'utf16le' ? bytes : bytes.swap16());
      expect(await sealer.openWith(identity, sealed)).toBe('\uFEFF{"Größe": 1}');
    },
  );

  it('calls a file with a piece missing damaged', async () => {
    const sealed = await sealer.sealTo(recipient, 'text');
    expect(await kindOf(sealer.openWith(identity, sealed.subarray(0, -1)))).toBe('damaged');
  });

  it('refuses a passphrase beside another recipient, also with the key of the other', async () => {
    const both = new Encrypter();
    both.addRecipient(recipient);
    both.addRecipient({
      async wrapFileKey() {
        const { Stanza } = await import('age-encryption');
        return [new Stanza(['scrypt', 'A'.repeat(22), '9'], new Uint8Array(32))];
      },
    });
    const sealed = await both.encrypt('text');
    for (const [, open] of openings) expect(await open(sealed)).toBe('damaged');
  });
});

describe('a work factor', () => {
  it.each(['21', '30', '99', '99999999999999999999'])('of %s is refused at once', async (factor) => {
    const file = await withStanza((stanza) => stanza.replace(/ 9\n/, ` ${factor}\n`));
    const start = performance.now();
    expect(await kindOf(quickSealer.openWithPassphrase(passphrase, file))).toBe('too-costly');
    expect(performance.now() - start, '2^21 would take seconds and 2 GiB').toBeLessThan(1_000);
  });

  it.each(['0', '09', '+9', '9.0', '0x9', '9e0', '-1'])('written %s is damage', async (factor) => {
    const file = await withStanza((stanza) => stanza.replace(/ 9\n/, ` ${factor}\n`));
    expect(await kindOf(quickSealer.openWithPassphrase(passphrase, file))).toBe('damaged');
  });
});

describe('a text that would not open again', () => {
  it('is not sealed', async () => {
    const long = 'x'.repeat(maxSealedBytes - 100);
    await expect(sealer.sealTo(recipient, long)).rejects.toThrow(TooLongToSeal);
    await expect(quickSealer.sealWithPassphrase(passphrase, long, 'binary')).rejects.toThrow(TooLongToSeal);
    await expect(quickSealer.sealWithPassphrase(passphrase, long, 'armored')).rejects.toThrow(TooLongToSeal);
  });

  it('only in armor is sealed without it, and opens', async () => {
    const long = 'x'.repeat(limits.sealedText);
    const sealed = await quickSealer.sealWithPassphrase(passphrase, long, 'armored');
    expect(sealed.length).toBeLessThanOrEqual(maxSealedBytes);
    expect(await quickSealer.openWithPassphrase(passphrase, sealed)).toBe(long);
  });
});
