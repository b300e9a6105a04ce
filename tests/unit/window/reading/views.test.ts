import { expect, test } from 'vitest';
import { inOrderOfReading } from '../../../../src-renderer/reading/codes-in-picture';
import { partViews, wholeViews } from '../../../../src-renderer/reading/views';

const photo = { width: 4000, height: 3000 };

test('the whole of a picture is looked at in several sizes, never at more than twice its own', () => {
  expect(wholeViews(photo).map(({ scale }) => Math.round(4000 * scale))).toEqual([2000, 1400, 2800]);
  expect(wholeViews({ width: 300, height: 200 }).map(({ scale }) => scale)).toEqual([2]);
});

test('of its parts some hold any place whole, and none reaches beyond it', () => {
  const views = partViews(photo);
  const side = 600;
  for (let x = 0; x <= photo.width - side; x += 100) {
    for (let y = 0; y <= photo.height - side; y += 100) {
      const holds = views.some(
        ({ left, top, width, height }) =>
          left <= x && top <= y && x + side <= left + width && y + side <= top + height,
      );
      expect(holds, `${x} ${y}`).toBe(true);
    }
  }
  for (const { left, top, width, height } of views) {
    expect(left >= 0 && top >= 0 && left + width <= photo.width && top + height <= photo.height).toBe(true);
  }
});

test('codes are told from top to bottom, and from left to right where they stand in one row', () => {
  const at = (text: string, x: number, y: number) => ({ text, x, y, size: 100 });
  const found = [at('4', 310, 220), at('2', 300, 8), at('1', 10, 20), at('3', 5, 190)];
  expect(inOrderOfReading(found)).toEqual(['1', '2', '3', '4']);
});
