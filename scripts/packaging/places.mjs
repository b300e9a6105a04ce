import { join } from 'node:path';
import { root } from '../setup/places.mjs';

/** Where packages go. */
export const packageFolder = join(root, 'artifacts', 'package');

/** Where the tests' stand-in for the version before this one goes. */
export const earlierFolder = join(root, 'artifacts', 'package-earlier');

/** The version that the stand-in says it is. */
export const earlierVersion = '0.0.9';

/** The app as electron-builder puts it together, before it is wrapped up. */
export const unpackedFolder = join(packageFolder, 'linux-unpacked');

/** What would go into an AppImage, in its folder `kept`. */
export const appImageFolder = join(root, 'artifacts', 'package-appimage');
