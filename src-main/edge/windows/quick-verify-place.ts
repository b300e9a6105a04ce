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
 * @param zoom of the page, 1 for none: what is larger needs more room, as far as there is any
 */
export function quickVerifyPlace(workArea: Rectangle, platform: NodeJS.Platform, zoom: number): Rectangle {
  const width = zoomed(quickVerifySize.width, zoom, workArea.width);
  const height = zoomed(quickVerifySize.height, zoom, workArea.height);
  const fits = (room: number): number => Math.max(0, room);
  const x = workArea.x + fits(workArea.width - width - margin);
  const room = fits(workArea.height - height - margin);
  const y = workArea.y + (platform === 'win32' ? room : Math.min(margin, room));
  return { x, y, width, height };
}

/** Never smaller than usual, and than that no larger than the screen. */
const zoomed = (length: number, zoom: number, room: number): number =>
  Math.max(length, Math.min(Math.round(length * zoom), room - 2 * margin));

/** A window with its corners cut round, as one strip for each row of the corners and one for all between. */
export function roundedShape({ width, height }: Pick<Rectangle, 'width' | 'height'>): Rectangle[] {
  const strips: Rectangle[] = [{ x: 0, y: radius, width, height: height - 2 * radius }];
  for (let row = 0; row < radius; row += 1) {
    const inset = Math.round(radius - Math.sqrt(radius ** 2 - (radius - row - 0.5) ** 2));
    const strip = { x: inset, width: width - 2 * inset, height: 1 };
    strips.push({ ...strip, y: row }, { ...strip, y: height - 1 - row });
  }
  return strips;
}
