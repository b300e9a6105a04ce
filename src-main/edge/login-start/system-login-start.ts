import path from 'node:path';
import { app } from 'electron';
import type { LoginStart } from '../../core/ports/shell/login-start';
import { originOf } from '../program/origin';
import { loginItem } from './login-item';
import { xdgAutostart } from './xdg-autostart';

/**
 * Starting at login on the system that Latchkey runs on, hidden and with the profile of now.
 *
 * @param profile the folder
 */
export function systemLoginStart(profile: string): LoginStart {
  const usual = path.join(app.getPath('appData'), app.getName());
  const args = ['--hidden', ...(path.resolve(profile) === usual ? [] : ['--profile-dir', profile])];
  if (process.platform !== 'linux') return loginItem(args);
  const program = programOnLinux();
  const autostart = xdgAutostart(process.env, program && [...program, ...args]);
  // When there is time for it: a name that is gone starts nothing before the next login. Where it cannot be done,
  // Settings says how things are.
  if (app.isPackaged)
    void app
      .whenReady()
      .then(autostart.follow)
      .catch(() => undefined);
  return autostart;
}

/** Out of a package, Electron is given the app's folder. Null where nothing that lasts can be named. */
function programOnLinux(): string[] | null {
  if (!app.isPackaged) return [process.execPath, app.getAppPath()];
  const { appImage, store, isFleeting } = originOf({ env: process.env, executable: process.execPath });
  if (store !== null || (isFleeting && appImage === null)) return null;
  return [appImage ?? process.execPath];
}
