import { spawn } from 'node:child_process';
import { app } from 'electron';
import { UpdateFailure } from '../../core/ports/package-updates';
import { installDeb, type RootWay } from './install-deb';
import type { Fetched, Installer } from './installer';
import { replaceAppImage } from './replace-app-image';

/** A deb, which root installs while this one runs on. */
export const debInstaller = (way: RootWay): Installer => ({
  prepare: () => Promise.resolve(),
  async install(fetched) {
    await installDeb(fetched, way);
    app.relaunch();
    app.quit();
  },
});

/** What the part of an AppImage that mounts it sets, and sets anew in the next one. */
const ofThisRun = ['APPIMAGE', 'APPDIR', 'ARGV0', 'OWD'];

/**
 * An AppImage, which takes the old one's place when this one ends.
 *
 * @param current the file that runs
 */
export function appImageInstaller(current: string): Installer {
  let waiting: Fetched | null = null;
  let place = current;
  app.on('quit', (_event, code) => {
    if (waiting === null || code !== 0) return;
    try {
      replaceAppImage(place, waiting);
    } catch (error) {
      // The one that was there is there, and fetches it anew.
      if (!(error instanceof UpdateFailure)) throw error;
    }
  });
  return {
    prepare(fetched) {
      waiting = fetched;
      return Promise.resolve();
    },
    install: async (fetched) => {
      await Promise.resolve();
      place = replaceAppImage(place, fetched);
      waiting = null;
      // Electron's own way would start it out of the folder that goes with this run.
      app.once('quit', () => {
        const env = Object.fromEntries(
          Object.entries(process.env).filter(([name]) => !ofThisRun.includes(name)),
        );
        spawn(place, process.argv.slice(1), { detached: true, stdio: 'ignore', env }).unref();
      });
      app.quit();
    },
  };
}
