import type { Rectangle } from 'electron';

/** Where the main window stands and how large it is, in pixels as on a screen of 96 dots per inch. */
export interface WindowPlace extends Rectangle {
  /** The rest is then what it goes back to. */
  readonly maximized: boolean;
}

/** Before anybody has chosen another. */
export const usualSize = { width: 880, height: 600 } as const;

/** About as high as a title bar: what one takes a window by. */
const gripHeight = 32;

/**
 * A remembered place on the screens that there are now. It stays as it was for as long as the window fits and at least
 * half of its upper edge can be seen; otherwise it is moved, and made smaller if need be, onto the screen that shows
 * most of it. When none does any more, it goes to the middle of the first one.
 *
 * @param workAreas what is free of panels on each screen, the main screen's first
 */
export function fittedPlace(place: WindowPlace, workAreas: readonly Rectangle[]): WindowPlace {
  const [first] = workAreas;
  if (first === undefined) return place;
  const best = workAreas.reduce((one, next) => (overlap(place, next) > overlap(place, one) ? next : one));
  const isSeen = overlap(place, best) > 0;
  const screen = isSeen ? best : first;
  const width = Math.min(place.width, screen.width);
  const height = Math.min(place.height, screen.height);
  const grip = { ...place, width, height: gripHeight };
  const seen = workAreas.reduce((sum, area) => sum + overlap(grip, area), 0);
  const fits = width === place.width && height === place.height;
  if (fits && seen >= (width * gripHeight) / 2) return place;
  const right = screen.width - width;
  const low = screen.height - height;
  const { maximized } = place;
  if (!isSeen) {
    const x = screen.x + Math.round(right / 2);
    const y = screen.y + Math.round(low / 2);
    return { x, y, width, height, maximized };
  }
  const x = within(place.x, screen.x, screen.x + right);
  const y = within(place.y, screen.y, screen.y + low);
  return { x, y, width, height, maximized };
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The area that two rectangles share. */
function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
