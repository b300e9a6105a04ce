import { expect, test } from 'vitest';
import { textOfBytes } from '../../../../src-renderer/reading/text-of-bytes';

const codes = 'Zoë: abcd-1234\nefgh-5678';
const inUtf16 = (text: string, isLittle: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(isLittle ? bytes : bytes.swap16());
};

test.each([
  ['UTF-8', new TextEncoder().encode(codes)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${codes}`)],
  ['UTF-16, as Windows writes it', inUtf16(codes, true)],
  ['UTF-16 the other way around', inUtf16(codes, false)],
  ['Latin-1', new Uint8Array(Buffer.from(codes, 'latin1'))],
])('a text in %s is the same text', (_, bytes) => {
  expect(textOfBytes(bytes)).toBe(codes);
});
