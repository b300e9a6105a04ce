import { describe, expect, it } from 'vitest';
import { fittedPlace, type WindowPlace } from '../../../../src-main/edge/windows/window-place';

/** A screen with a panel on top, and a larger one on its right. */
const laptop = { x: 0, y: 28, width: 1280, height: 772 };
const desk = { x: 1280, y: 0, width: 2560, height: 1440 };
const place = (x: number, y: number, width = 880, height = 600, maximized = false): WindowPlace => ({
  x,
  y,
  width,
  height,
  maximized,
});

describe('the place of the main window', () => {
  it.each([
    ['in the middle', place(200, 100)],
    ['on the other screen', place(2000, 700)],
    ['across both screens', place(900, 200)],
    ['with less than half of it over the right edge', place(3300, 100)],
    ['with its lower half under the lower edge', place(200, 500)],
    ['as large as its screen', place(0, 28, 1280, 772)],
    ['maximized', place(100, 100, 880, 600, true)],
  ])('stays as it was: %s', (_where, wanted) => {
    expect(fittedPlace(wanted, [laptop, desk])).toEqual(wanted);
  });

  it.each([
    ['on a screen that is gone', place(2000, 700), place(200, 114)],
    ['far away', place(-5000, -5000), place(200, 114)],
    ['on a screen that is gone, and too large', place(1400, 0, 2000, 1400), place(0, 28, 1280, 772)],
    [
      'on a screen that is gone, maximized',
      place(2000, 700, 880, 600, true),
      place(200, 114, 880, 600, true),
    ],
    ['mostly over the right edge', place(1000, 100), place(400, 100)],
    ['mostly over the left edge', place(-700, 100), place(0, 100)],
    ['with its title bar over the upper edge', place(200, -100), place(200, 28)],
    ['with its title bar under the lower edge', place(200, 790), place(200, 200)],
    ['on a screen that is smaller now', place(700, 100, 1200, 700), place(80, 100, 1200, 700)],
    ['larger than the screen is now', place(100, 100, 2000, 1400), place(0, 28, 1280, 772)],
  ])('is corrected: %s', (_where, wanted, corrected) => {
    expect(fittedPlace(wanted, [laptop])).toEqual(corrected);
  });

  it('goes to the screen that shows most of it', () => {
    expect(fittedPlace(place(1000, 1420), [laptop, desk])).toEqual(place(1280, 840));
  });

  it('is always one to be seen and taken hold of, wherever it was', () => {
    for (let x = -3000; x < 5000; x += 171) {
      for (let y = -3000; y < 3000; y += 97) {
        const { width, height, ...at } = fittedPlace(place(x, y), [laptop, desk]);
        expect({ width, height }).toEqual({ width: 880, height: 600 });
        const seen = [laptop, desk].some(
          (area) =>
            at.y + 16 >= area.y &&
            at.y + 16 <= area.y + area.height &&
            at.x < area.x + area.width - 200 &&
            at.x + width > area.x + 200,
        );
        expect(seen, `${x}, ${y} became ${at.x}, ${at.y}`).toBe(true);
      }
    }
  });

  it('is left alone where nothing is known of the screens', () => {
    expect(fittedPlace(place(1, 2), [])).toEqual(place(1, 2));
  });
});
