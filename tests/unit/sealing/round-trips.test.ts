import { Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { kindOf, latin1, quickSealer, sealer } from './sealers';

const texts: [string, string][] = [
  ['an empty text', ''],
  ['a text', '{"schema": 1}\n'],
  ['umlauts and more', 'Zürich, Ærø, 東京, 🗝️'],
  ['a text that starts with a byte order mark', '\uFEFFtext'],
  ['a text of 500 KB', 'recovery '.repeat(55_556)],
];

/** A program that takes the bytes of a passphrase as they come, as `age` does. */
function sealedByAnother(passphrase: string, text: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(9);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(text);
}

describe('a key', () => {
  it('is an X25519 identity, and gives its recipient', async () => {
    const identity = await sealer.newIdentity();
    expect(identity).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/);
    expect(await sealer.recipientOf(identity)).toMatch(/^age1[a-z0-9]{58}$/);
    expect(await sealer.newIdentity()).not.toBe(identity);
  });

  it.each(texts)('seals and opens %s', async (_what, text) => {
    const identity = await sealer.newIdentity();
    const sealed = await sealer.sealTo(await sealer.recipientOf(identity), text);
    expect(latin1(sealed)).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
    expect(await sealer.openWith(identity, sealed)).toBe(text);
  });

  it('that is another does not open', async () => {
    const sealed = await sealer.sealTo(await sealer.recipientOf(await sealer.newIdentity()), 'text');
    expect(await kindOf(sealer.openWith(await sealer.newIdentity(), sealed))).toBe('wrong-key');
  });
});

describe('a passphrase', () => {
  it.each(texts)('seals and opens %s', async (_what, text) => {
    for (const form of ['binary', 'armored'] as const) {
      const sealed = await quickSealer.sealWithPassphrase('correct horse', text, form);
      expect(latin1(sealed).startsWith('-----BEGIN AGE ENCRYPTED FILE-----\n')).toBe(form === 'armored');
      expect(await quickSealer.openWithPassphrase('correct horse', sealed)).toBe(text);
    }
  });

  it('costs 2^18', { timeout: 60_000 }, async () => {
    const sealed = await sealer.sealWithPassphrase('correct horse', 'text', 'binary');
    expect(latin1(sealed)).toMatch(/^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} 18\n/);
    expect(await sealer.openWithPassphrase('correct horse', sealed)).toBe('text');
  });

  it('opens however its letters are composed', async () => {
    const composed = 'Schlüssel für Åse'.normalize('NFC');
    const decomposed = composed.normalize('NFD');
    expect(decomposed).not.toBe(composed);
    for (const [one, other] of [
      [composed, decomposed],
      [decomposed, composed],
    ] as const) {
      const sealed = await quickSealer.sealWithPassphrase(one, 'text', 'binary');
      expect(await quickSealer.openWithPassphrase(other, sealed)).toBe('text');
    }
  });

  it('opens in whatever form another program took its letters', async () => {
    const composed = 'Schlüssel für Åse'.normalize('NFC');
    const decomposed = composed.normalize('NFD');
    const mixed = `${composed} ${decomposed}`;
    for (const [sealedBy, typed] of [
      [decomposed, composed],
      [decomposed, decomposed],
      [composed, decomposed],
      [mixed, mixed],
    ] as const) {
      const sealed = await sealedByAnother(sealedBy, 'text');
      expect(await quickSealer.openWithPassphrase(typed, sealed)).toBe('text');
      expect(await kindOf(quickSealer.openWithPassphrase(`${typed}!`, sealed))).toBe('wrong-key');
    }
  });

  it.each(['Correct horse', 'correct horse ', ''])('that is another (%j) does not open', async (other) => {
    const sealed = await quickSealer.sealWithPassphrase('correct horse', 'text', 'binary');
    expect(await kindOf(quickSealer.openWithPassphrase(other, sealed))).toBe('wrong-key');
  });
});

describe('a file of the other kind', () => {
  it('is not for this key', async () => {
    const identity = await sealer.newIdentity();
    const byKey = await sealer.sealTo(await sealer.recipientOf(identity), 'text');
    const byPassphrase = await quickSealer.sealWithPassphrase('correct horse', 'text', 'armored');
    expect(await kindOf(quickSealer.openWithPassphrase('correct horse', byKey))).toBe('wrong-key');
    expect(await kindOf(sealer.openWith(identity, byPassphrase))).toBe('wrong-key');
  });
});
