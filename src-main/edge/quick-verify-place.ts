import type { Rectangle } from 'electron';

/** Pixels, as on a screen of 96 dots per inch. */
export const quickVerifySize = { width: 360, height: 300 } as const;

const margin = 12;
/** As in quick.css. */
const radius = 12;

/**
 * Where quick verify stands: in the corner where the tray of most desktops is, at the bottom on Windows and on top
 * elsewhere.
 *
 * @param workArea what is free of panels on the screen that is used
 */
export function quickVerifyPlace(workArea: Rectangle, platform: NodeJS.Platform): Rectangle {
  const { width, height } = quickVerifySize;
  const fits = (room: number): number => Math.max(0, room);
  const x = workArea.x + fits(workArea.width - width - margin);
  const room = fits(workArea.height - height - margin);
  const y = workArea.y + (platform === 'win32' ? room : Math.min(margin, room));
  return { x, y, width, height };
}

/** The window with its corners cut round, as one strip for each row of the corners and one for all between. */
export function roundedShape(): Rectangle[] {
  const { width, height } = quickVerifySize;
  const strips: Rectangle[] = [{ x: 0, y: radius, width, height: height - 2 * radius }];
  for (let row = 0; row < radius; row += 1) {
    const inset = Math.round(radius - Math.sqrt(radius ** 2 - (radius - row - 0.5) ** 2));
    const strip = { x: inset, width: width - 2 * inset, height: 1 };
    strips.push({ ...strip, y: row }, { ...strip, y: height - 1 - row });
  }
  return strips;
}
