import type { Screen } from '../screens';

/** A part of the window that holds what was typed, shown or said there. */
export interface Leavable {
  /** Forgets it. */
  leave(): void;
}

/** Whether it is left when one screen takes the place of another. When Latchkey locks, everything is. */
export type LeftWhen = (from: Screen, to: Screen) => boolean;
