import { spawnSync } from 'node:child_process';
import type { Session } from '../../../scripts/desktop/session.mjs';

/** Where a window stands on the screen, and how large it is, without its frame. */
export interface Geometry {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A hand on mouse and keyboard of the screen, whoever has the focus there. */
export function handsOn({ env }: Session) {
  const xdotool = (...args: string[]): string => spawnSync('xdotool', args, { env, encoding: 'utf8' }).stdout;
  const find = (name: string): string =>
    xdotool('search', '--onlyvisible', '--name', name).trim().split('\n').at(-1) ?? '';
  return {
    /** What X11 knows a window by. */
    idOf: (name: string): number => Number(find(name)),
    press: (keys: string): unknown => xdotool('key', '--clearmodifiers', keys),
    /** Moves and resizes a window, as the window manager does for somebody who drags it. */
    place(name: string, { x, y, width, height }: Geometry): void {
      const id = find(name);
      xdotool('windowsize', '--sync', id, String(width), String(height));
      xdotool('windowmove', id, String(x), String(y));
    },
    geometry: (name: string): Geometry => {
      const text = xdotool('getwindowgeometry', '--shell', find(name));
      const value = (key: string): number => Number(new RegExp(`^${key}=(-?\\d+)$`, 'm').exec(text)?.[1]);
      return { x: value('X'), y: value('Y'), width: value('WIDTH'), height: value('HEIGHT') };
    },
  };
}
