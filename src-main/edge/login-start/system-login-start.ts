import path from 'node:path';
import { app } from 'electron';
import type { LoginStartPort } from '../../core/login-start';
import { loginItem } from './login-item';
import { xdgAutostart } from './xdg-autostart';

/**
 * Starting at login on the system that Latchkey runs on, hidden and with the profile of now.
 *
 * @param profile the folder
 */
export function systemLoginStart(profile: string): LoginStartPort {
  const usual = path.join(app.getPath('appData'), app.getName());
  const args = ['--hidden', ...(path.resolve(profile) === usual ? [] : ['--profile-dir', profile])];
  return process.platform === 'linux' ? xdgAutostart(process.env, [...program(), ...args]) : loginItem(args);
}

/** An AppImage runs from a folder that changes with each start. Out of a package, Electron is given the app's folder. */
function program(): string[] {
  const appImage = process.env['APPIMAGE'];
  if (app.isPackaged) return [appImage ?? process.execPath];
  return [process.execPath, app.getAppPath()];
}
