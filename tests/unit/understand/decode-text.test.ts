import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../scripts/understand/decode-text';

const text = 'Clés: q7wd-81kz';
const utf16 = (order: 'le' | 'be', mark = ''): Uint8Array => {
  const bytes = Buffer.from(mark + text, 'utf16le');
  return order === 'be' ? bytes.swap16() : bytes;
};

describe('the text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first', utf16('le')],
    ['UTF-16, big end first', utf16('be')],
    ['UTF-16 with a mark', utf16('le', '\ufeff')],
    ['UTF-16 with the other mark', utf16('be', '\ufeff')],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('is read as %s', (_encoding, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d)],
    ['half a letter of UTF-16', utf16('le').subarray(1)],
    ['an odd byte behind UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x41)],
  ])('is none in %s', (_what, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });

  it('of nothing is nothing', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });
});
