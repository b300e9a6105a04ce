import * as v from 'valibot';

/** The screens that the rail of the window lists, in its order. */
export const railScreens = ['verify', 'recovery-codes', 'backups', 'settings'] as const;
export type RailScreen = (typeof railScreens)[number];

/** What the menu has the window do: go to a screen, or show the sheet with all shortcuts. */
export const command = v.strictObject({ show: v.picklist([...railScreens, 'shortcuts']) });
export type Command = v.InferOutput<typeof command>['show'];

/**
 * The keys of everything that is done from anywhere in Latchkey, in Electron's words. The menu listens to the first
 * ones, and the sheet of shortcuts shows all of them.
 */
export const shortcuts = {
  verify: ['CommandOrControl+1'],
  'recovery-codes': ['CommandOrControl+2'],
  backups: ['CommandOrControl+3'],
  settings: ['CommandOrControl+4', 'CommandOrControl+,'],
  shortcuts: ['CommandOrControl+/'],
  lock: ['CommandOrControl+L'],
  close: ['CommandOrControl+W'],
  quit: ['CommandOrControl+Q'],
  zoomIn: ['CommandOrControl+Plus'],
  zoomOut: ['CommandOrControl+-'],
  resetZoom: ['CommandOrControl+0'],
} as const satisfies Record<string, readonly string[]>;
