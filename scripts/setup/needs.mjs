/**
 * Something that the app, or only its tests, need from a Linux system, and what the package is called there.
 * It is there when the Debian package is installed or, on other systems, when the library or command is found.
 * @typedef {object} Need
 * @property {'app' | 'tests'} for
 * @property {string} debian
 * @property {string} fedora
 * @property {string} arch
 * @property {string} [library] as `ldconfig -p` prints it
 * @property {string} [command]
 * @property {boolean} [snapOnUbuntu] true where Ubuntu's package is a snap in disguise, which is not worth having here
 */

/** @type {Need[]} */
export const needs = [
  {
    for: 'app',
    debian: 'libsecret-1-0',
    fedora: 'libsecret',
    arch: 'libsecret',
    library: 'libsecret-1.so.0',
  },
  { for: 'app', debian: 'libgtk-3-0', fedora: 'gtk3', arch: 'gtk3', library: 'libgtk-3.so.0' },
  { for: 'app', debian: 'libnss3', fedora: 'nss', arch: 'nss', library: 'libnss3.so' },
  { for: 'app', debian: 'libnotify4', fedora: 'libnotify', arch: 'libnotify', library: 'libnotify.so.4' },
  { for: 'app', debian: 'libgbm1', fedora: 'mesa-libgbm', arch: 'mesa', library: 'libgbm.so.1' },
  { for: 'app', debian: 'libasound2', fedora: 'alsa-lib', arch: 'alsa-lib', library: 'libasound.so.2' },
  { for: 'tests', debian: 'xvfb', fedora: 'xorg-x11-server-Xvfb', arch: 'xorg-server-xvfb', command: 'Xvfb' },
  { for: 'tests', debian: 'openbox', fedora: 'openbox', arch: 'openbox', command: 'openbox' },
  { for: 'tests', debian: 'dbus', fedora: 'dbus-daemon', arch: 'dbus', command: 'dbus-daemon' },
  { for: 'tests', debian: 'dbus', fedora: 'dbus-tools', arch: 'dbus', command: 'dbus-send' },
  {
    for: 'tests',
    debian: 'gnome-keyring',
    fedora: 'gnome-keyring',
    arch: 'gnome-keyring',
    command: 'gnome-keyring-daemon',
  },
  { for: 'tests', debian: 'libsecret-tools', fedora: 'libsecret', arch: 'libsecret', command: 'secret-tool' },
  { for: 'tests', debian: 'xdotool', fedora: 'xdotool', arch: 'xdotool', command: 'xdotool' },
  { for: 'tests', debian: 'xclip', fedora: 'xclip', arch: 'xclip', command: 'xclip' },
  { for: 'tests', debian: 'dunst', fedora: 'dunst', arch: 'dunst', command: 'dunst' },
  { for: 'tests', debian: 'age', fedora: 'age', arch: 'age', command: 'age' },
  { for: 'tests', debian: 'strace', fedora: 'strace', arch: 'strace', command: 'strace' },
  {
    for: 'tests',
    debian: 'poppler-utils',
    fedora: 'poppler-utils',
    arch: 'poppler',
    command: 'pdftoppm',
  },
  { for: 'tests', debian: 'zbar-tools', fedora: 'zbar', arch: 'zbar', command: 'zbarimg' },
  {
    for: 'tests',
    debian: 'chromium',
    fedora: 'chromium',
    arch: 'chromium',
    command: 'chromium',
    snapOnUbuntu: true,
  },
  { for: 'tests', debian: 'fonts-dejavu-core', fedora: 'dejavu-sans-fonts', arch: 'ttf-dejavu' },
];
