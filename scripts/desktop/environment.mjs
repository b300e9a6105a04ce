import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../setup/places.mjs';

/** What a person's own desktop leaves in the environment, and must not reach a private one. */
const foreign =
  /^(XDG_|DBUS_|GNOME_|GTK_|QT_|KDE_|WAYLAND_|DESKTOP_|SESSION_MANAGER|XAUTHORITY|ELECTRON_RUN_AS_NODE)/;

/**
 * The environment of somebody who has just logged in for the first time: the caller's own, with every folder and
 * connection that belongs to a desktop replaced by one inside `home`.
 * @param {string} home
 * @param {string | undefined} display
 * @returns {NodeJS.ProcessEnv & { HOME: string, XDG_RUNTIME_DIR: string }}
 */
export function privateEnvironment(home, display) {
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name) && name !== 'DISPLAY');
  const folders = {
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    // What a program that was killed leaves behind goes with the home.
    TMPDIR: join(home, 'tmp'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  // On the person's own screen the right to open windows comes from a file in their home.
  const rights = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority');
  const isTheirs = display !== undefined && display === process.env['DISPLAY'] && existsSync(rights);
  return {
    ...Object.fromEntries(inherited),
    ...folders,
    ...(display === undefined ? {} : { DISPLAY: display }),
    ...(isTheirs ? { XAUTHORITY: rights } : {}),
    HOME: home,
    // What was fetched for the person is good here too, and lasts longer than this home.
    LATCHKEY_CACHE: cacheFolder(),
    XDG_SESSION_TYPE: 'x11',
    XDG_CURRENT_DESKTOP: 'Openbox',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
  };
}
