import { describe, expect, it } from 'vitest';
import { quickVerifyPlace, roundedShape } from '../../../../src-main/edge/windows/quick-verify-place';

const size = { width: 360, height: 300 };

describe('the place of quick verify', () => {
  const panelOnTop = { x: 0, y: 30, width: 1920, height: 1050 };

  it('is at the top right, below a panel', () => {
    expect(quickVerifyPlace(panelOnTop, 'linux', 1)).toEqual({ x: 1548, y: 42, ...size });
    expect(quickVerifyPlace(panelOnTop, 'darwin', 1)).toEqual({ x: 1548, y: 42, ...size });
  });

  it('is at the bottom right on Windows, above the taskbar', () => {
    const area = { x: 0, y: 0, width: 1920, height: 1040 };
    expect(quickVerifyPlace(area, 'win32', 1)).toEqual({ x: 1548, y: 728, ...size });
  });

  it('is on the second screen when that one is used', () => {
    const area = { x: -1280, y: -100, width: 1280, height: 800 };
    expect(quickVerifyPlace(area, 'linux', 1)).toEqual({ x: -372, y: -88, ...size });
  });

  it('begins inside a screen that is too small', () => {
    const area = { x: 10, y: 20, width: 320, height: 240 };
    expect(quickVerifyPlace(area, 'win32', 1)).toMatchObject({ x: 10, y: 20 });
    expect(quickVerifyPlace(area, 'linux', 1)).toMatchObject({ x: 10, y: 20 });
  });

  it('grows with what is on it, within the screen, and does not shrink', () => {
    const area = { x: 0, y: 0, width: 800, height: 600 };
    expect(quickVerifyPlace(area, 'linux', 1.5)).toEqual({ x: 248, y: 12, width: 540, height: 450 });
    expect(quickVerifyPlace(area, 'linux', 5)).toEqual({ x: 12, y: 12, width: 776, height: 576 });
    expect(quickVerifyPlace(area, 'linux', 0.5)).toMatchObject(size);
  });
});

it('the corners are cut and nothing else', () => {
  const strips = roundedShape(size);
  const covers = (x: number, y: number): number =>
    strips.filter((one) => x >= one.x && x < one.x + one.width && y >= one.y && y < one.y + one.height)
      .length;
  for (const [x, y] of [
    [0, 0],
    [359, 0],
    [0, 299],
    [359, 299],
    [2, 2],
  ] as const)
    expect(covers(x, y)).toBe(0);
  for (const [x, y] of [
    [180, 0],
    [0, 150],
    [359, 150],
    [180, 299],
    [180, 150],
    [5, 5],
  ] as const)
    expect(covers(x, y)).toBe(1);
});
