/**
 * Whom Latchkey speaks to on the buses of a Linux desktop: the one list of them, which the manifests of Flatpak and snap
 * have to allow (tests/unit/packaging/bus-names.test.ts).
 */
export const trayWatcher = 'org.kde.StatusNotifierWatcher';
export const loginManager = 'org.freedesktop.login1';

/** Who says on the session bus that the screen is locked: the common name, and those of desktops that use their own. */
export const screenSavers = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
] as const;

/** Whom Electron and the keychain speak to for us: the keyring, notifications, and GNOME's idle time on Wayland. */
const spokenToForUs = [
  'org.freedesktop.secrets',
  'org.freedesktop.Notifications',
  'org.gnome.Mutter.IdleMonitor',
] as const;

export const busNames = {
  session: [trayWatcher, ...screenSavers, ...spokenToForUs],
  system: [loginManager],
} as const;
