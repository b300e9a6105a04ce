import { describe, expect, it } from 'vitest';
import { maxSealedBytes } from '../../../src-main/edge/sealing/age-file';
import { kindOf, latin1, quickSealer, sealer, utf8 } from './sealers';
import { allVectors } from './vectors';

const identity = await sealer.newIdentity();
const recipient = await sealer.recipientOf(identity);
const forms = ['binary', 'armored'] as const;

describe('a text', () => {
  it('is a recipient when it can be sealed to', async () => {
    for (const text of [recipient, await sealer.recipientOf(await sealer.newIdentity())]) {
      expect(await sealer.isRecipient(text)).toBe(true);
      expect(await sealer.openWith(identity, await sealer.sealTo(recipient, text))).toBe(text);
    }
  });

  it.each([
    ['nothing', ''],
    ['the secret half', identity],
    ['a blank more', `${recipient} `],
    ['a letter less', recipient.slice(0, -1)],
    ['another letter', recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q')],
    ['capitals', recipient.toUpperCase()],
    ['capitals here and there', recipient.replace(/[a-z](?=[^a-z]*$)/, (letter) => letter.toUpperCase())],
    ['two', `${recipient}\n${recipient}`],
    ['an SSH key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN'],
    ['a sentence', 'age1 is not a key'],
    ['much', 'age1'.repeat(1_000)],
  ])('is none when it is %s', async (_what, text) => {
    expect(await sealer.isRecipient(text)).toBe(false);
  });
});

describe('the lock of a file', () => {
  it.each(forms)('is told from its header (%s)', async (form) => {
    const byPassphrase = await quickSealer.sealWithPassphrase('correct horse', 'text', form);
    expect(await sealer.lockOf(byPassphrase)).toBe('passphrase');
    expect(await sealer.lockOf(await sealer.sealTo(recipient, 'text', form))).toBe('key');
  });

  it('is not mistaken for what a text says', async () => {
    const sealed = await sealer.sealTo(recipient, 'text');
    const words = utf8('\n-> scrypt AAAA 18\n');
    expect(await sealer.lockOf(Buffer.concat([sealed, words]))).toBe('key');
  });

  it.each([
    ['no age file', utf8('{"schema": 1}'), 'not-sealed'],
    ['nothing', new Uint8Array(), 'not-sealed'],
    ['armor alone', utf8('-----BEGIN AGE ENCRYPTED FILE-----\n'), 'damaged'],
    ['16 MiB and a byte', new Uint8Array(maxSealedBytes + 1), 'too-large'],
  ] as const)('is refused for %s', async (_what, file, kind) => {
    expect(await kindOf(sealer.lockOf(file))).toBe(kind);
  });

  it('is that of every public vector that opens', async () => {
    const good = (await allVectors()).filter(
      ({ expected, file }) => expected === 'success' && file.length <= maxSealedBytes,
    );
    expect(good.length).toBeGreaterThan(20);
    for (const { name, file, passphrases } of good) {
      expect(await sealer.lockOf(file), name).toBe(passphrases.length > 0 ? 'passphrase' : 'key');
    }
  });

  it('costs nothing, whatever the work factor', async () => {
    const sealed = latin1(await quickSealer.sealWithPassphrase('correct horse', 'text', 'binary'));
    const start = performance.now();
    expect(await sealer.lockOf(Buffer.from(sealed.replace(/ 9\n/, ' 30\n'), 'latin1'))).toBe('passphrase');
    expect(performance.now() - start).toBeLessThan(500);
  });
});
