import type { Rectangle } from 'electron';

/** Where the main window stands and how large it is, in pixels as on a screen of 96 dots per inch. */
export interface WindowPlace extends Rectangle {
  /** The rest is then what it goes back to. */
  readonly maximized: boolean;
}

/** A window that was never moved: how large it is. */
export type FirstPlace = Omit<WindowPlace, 'x' | 'y'>;

/** Before anybody has chosen another. */
const usualSize = { width: 880, height: 600 } as const;

/** It fits on a screen of 640 x 400, between a panel and a title bar; all that is on it scrolls. */
export const smallestSize = { width: 420, height: 320 } as const;

/** About as high as a title bar: what one takes a window by. */
const gripHeight = 32;

/**
 * The place of a window that nobody has moved yet: of the usual size, as far as the screen has room for it.
 *
 * @param workArea what is free of panels on the main screen
 * @param titleBar how much higher than its place a window is, in pixels
 */
export function firstPlace(workArea: Rectangle, titleBar: number): FirstPlace {
  const width = Math.min(usualSize.width, workArea.width);
  const height = Math.min(usualSize.height, workArea.height - titleBar);
  return { width, height, maximized: false };
}

/** Whether at least half of the upper edge, by which one takes hold of it, can be seen. */
export const isInSight = (place: Rectangle, workAreas: readonly Rectangle[]): boolean =>
  workAreas.reduce((sum, area) => sum + overlap({ ...place, height: gripHeight }, area), 0) >=
  (place.width * gripHeight) / 2;

/**
 * A remembered place on the screens that there are now. It stays as it was for as long as the window fits and at least
 * half of its upper edge can be seen; otherwise it is moved, and made smaller if need be, onto the screen that shows
 * most of it. When none does any more, it goes to the middle of the first one.
 *
 * @param workAreas what is free of panels on each screen, the main screen's first
 * @param titleBar how much higher than its place a window is, in pixels
 */
export function fittedPlace(place: WindowPlace, workAreas: readonly Rectangle[], titleBar = 0): WindowPlace {
  const [first] = workAreas;
  if (first === undefined) return place;
  const best = workAreas.reduce((one, next) => (overlap(place, next) > overlap(place, one) ? next : one));
  const isSeen = overlap(place, best) > 0;
  const screen = isSeen ? best : first;
  const fits = place.width <= screen.width && place.height <= screen.height;
  if (fits && isInSight(place, workAreas)) return place;
  const width = Math.min(place.width, screen.width);
  const height = Math.min(place.height, screen.height - titleBar);
  const top = screen.y + titleBar;
  const right = screen.width - width;
  const low = screen.height - titleBar - height;
  const { maximized } = place;
  if (!isSeen) {
    const x = screen.x + Math.round(right / 2);
    const y = top + Math.round(low / 2);
    return { x, y, width, height, maximized };
  }
  const x = within(place.x, screen.x, screen.x + right);
  const y = within(place.y, top, top + low);
  return { x, y, width, height, maximized };
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The area that two rectangles share. */
function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
