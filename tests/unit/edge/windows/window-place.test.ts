import { describe, expect, it } from 'vitest';
import {
  firstPlace,
  fittedPlace,
  isInSight,
  smallestSize,
  type WindowPlace,
} from '../../../../src-main/edge/windows/window-place';

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

  it('has room for the title bar that a window manager puts on top, where it is moved', () => {
    const small = { x: 0, y: 20, width: 640, height: 380 };
    expect(fittedPlace(place(2000, 700), [small], 40)).toEqual(place(0, 60, 640, 340));
    expect(fittedPlace(place(100, 100), [small], 40)).toEqual(place(0, 60, 640, 340));
    expect(fittedPlace(place(300, -100, 420, 300), [small], 40)).toEqual(place(220, 60, 420, 300));
    expect(fittedPlace(place(0, 30, 640, 350), [small], 40)).toEqual(place(0, 30, 640, 350));
  });

  it('is at first as large as usual, or as there is room', () => {
    expect(firstPlace(desk, 40)).toEqual({ width: 880, height: 600, maximized: false });
    expect(firstPlace({ x: 0, y: 0, width: 640, height: 400 }, 40)).toEqual({
      width: 640,
      height: 360,
      maximized: false,
    });
  });

  it.each([
    ['640 x 400', 640, 400],
    ['1366 x 768 at 150 %', 910, 512],
    ['1920 x 1080 at 250 %', 768, 432],
  ])('fits on a screen of %s, below a panel', (_screen, width, height) => {
    const area = { x: 0, y: 40, width, height: height - 40 };
    const first = firstPlace(area, 40);
    expect(first.width).toBeLessThanOrEqual(width);
    expect(first.height + 40).toBeLessThanOrEqual(area.height);
    expect(smallestSize.width).toBeLessThanOrEqual(first.width);
    expect(smallestSize.height).toBeLessThanOrEqual(first.height);
  });

  it.each([
    [place(200, 100), true],
    [place(3300, 100), true],
    [place(3500, 100), false],
    [place(200, 1430), false],
    [place(-5000, 0), false],
  ])('%j is in sight: %j', (wanted, seen) => {
    expect(isInSight(wanted, [laptop, desk])).toBe(seen);
  });

  it('is left alone where nothing is known of the screens', () => {
    expect(fittedPlace(place(1, 2), [])).toEqual(place(1, 2));
  });
});
