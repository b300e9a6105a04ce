import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { limits } from '#contract/limits';
import { drawQr, type QrDrawing } from '../../../../src-renderer/state/backups/qr-drawing';

/** Paints a drawing by the rectangles of its path, with so many pixels for each module. */
function paint({ path, size }: QrDrawing, scale: number) {
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const start = row * side + Number(x) * scale;
      for (let pixel = start; pixel < start + Number(width) * scale; pixel += 1) {
        data.fill(0, pixel * 4, pixel * 4 + 3);
      }
    }
  }
  return { width: side, height: side, data };
}

const line = 'c2VhbGVkIHRleHQgaW4gYmFzZTY0IHdpdGggKyBhbmQgLyBhbmQgPQ+/abcdefgh\n';

test.each(['a', line, line.repeat(40).slice(0, limits.qrPart)])(
  'a drawing holds its text (%#)',
  async (text) => {
    expect(decodeQR(paint(await drawQr(text), 4))).toBe(text);
  },
);

test('four light modules surround it', async () => {
  const { size, path } = await drawQr('a');
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
    expect(Math.max(Number(x) + Number(width), Number(y) + 1)).toBeLessThanOrEqual(size - 4);
  }
});
