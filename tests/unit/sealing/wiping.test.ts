import { afterEach, describe, expect, it, vi } from 'vitest';
import { openPieces } from '../../../src-main/edge/sealing/age-file';
import { quickSealer, sealer } from './sealers';

const text = 'aaaaa-11111 bbbbb-22222';
const passphrase = 'lantern pebble orbit';
const identity = await sealer.newIdentity();
const recipient = await sealer.recipientOf(identity);

afterEach(() => void vi.restoreAllMocks());

const isWiped = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** Everything that is encoded to bytes from now on: the very bytes, and not copies. */
function encoded(): { readonly of: (text: string) => Uint8Array[] } {
  const made: { readonly from: string; readonly bytes: Uint8Array }[] = [];
  const original = new TextEncoder();
  const encode = original.encode.bind(original);
  vi.spyOn(TextEncoder.prototype, 'encode').mockImplementation((from = '') => {
    const bytes = encode(from);
    made.push({ from, bytes });
    return bytes;
  });
  const from = Buffer.from.bind(Buffer) as (from: string, encoding: 'utf8') => Buffer;
  vi.spyOn(Buffer, 'from').mockImplementation(((given: string, encoding: 'utf8') => {
    const bytes = from(given, encoding);
    made.push({ from: given, bytes });
    return bytes;
  }) as never);
  return { of: (wanted) => made.filter((one) => one.from === wanted).map(({ bytes }) => bytes) };
}

describe('the bytes of a secret are wiped', () => {
  it('when a file was opened, whether its text was taken or not', async () => {
    const sealed = await sealer.sealTo(recipient, text);
    const pieces: Uint8Array[] = [];
    let seen = '';
    await openPieces(identity, sealed, (piece) => {
      pieces.push(piece);
      seen += new TextDecoder().decode(piece);
    });
    expect(seen).toBe(text);
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.every(isWiped)).toBe(true);
  });

  it('when a text was sealed', async () => {
    const known = encoded();
    await sealer.sealTo(recipient, text);
    expect(known.of(text)).toHaveLength(1);
    expect(known.of(text).every(isWiped)).toBe(true);
  });

  it('when a passphrase has become a key', async () => {
    const known = encoded();
    const sealed = await quickSealer.sealWithPassphrase(passphrase, text, 'binary');
    expect(await quickSealer.openWithPassphrase(passphrase, sealed)).toBe(text);
    expect(known.of(passphrase)).toHaveLength(2);
    expect(known.of(passphrase).every(isWiped)).toBe(true);
  });
});
