import { expect, test } from 'vitest';
import { dotsOf } from '../../../../src-renderer/reading/picture-size';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const ascii = (text: string): string => Buffer.from(text, 'latin1').toString('hex');

test.each([
  ['PNG', `89504e470d0a1a0a 0000000d ${ascii('IHDR')} 00007530 00007530 08`, 900_000_000],
  ['GIF', `${ascii('GIF89a')} 4001 f000 00`, 320 * 240],
  ['BMP', `424d 36000000 00000000 36000000 28000000 40010000 10ffffff 0100`, 320 * 240],
  ['JPEG', 'ffd8 ffe00004abcd ffc4000412ab ffc2 0011 08 0bb8 0fa0 03', 3000 * 4000],
  ['WebP', `${ascii('RIFF')} 24000000 ${ascii('WEBPVP8 ')} 18000000 000000 9d012a 4001 f000`, 320 * 240],
  ['WebP without loss', `${ascii('RIFF')} 24000000 ${ascii('WEBPVP8L')} 18000000 2f 3fc13b00`, 320 * 240],
  ['large WebP', `${ascii('RIFF')} 24000000 ${ascii('WEBPVP8X')} 0a000000 00000000 3f0100 ef0000`, 320 * 240],
  [
    'AVIF',
    `0000001c ${ascii('ftypavif')} 00000014 ${ascii('ispe')} 00000000 00000140 000000f0 00000000`,
    320 * 240,
  ],
])('a %s says how large it is', (_, hex, dots) => {
  expect(dotsOf(bytes(hex))).toBe(dots);
});

test.each(['89504e470d0a1a0a', 'ffd8ffe00002', 'ffd8ffe0ffff', 'ffd8ff', '424d', ''])(
  '%j is no picture',
  (hex) => {
    expect(dotsOf(bytes(hex))).toBeNull();
  },
);
