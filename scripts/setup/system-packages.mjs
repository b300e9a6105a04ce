import { readFile } from 'node:fs/promises';
import { installWithApt, missingFromDpkg } from './apt.mjs';
import { findCommand } from './commands.mjs';
import { needs } from './needs.mjs';
import { read, SetupError } from './run.mjs';

/**
 * Looks for the system packages that are missing (Linux only) and gives what installs them, for root on a Debian-like
 * system. Everybody else is told which command would, as a SetupError.
 * @param {{ tests: boolean, say: (line: string) => void }} options `tests`: what the tests need too
 * @returns {Promise<() => Promise<void>>}
 */
export async function findSystemPackages({ tests, say }) {
  const nothing = () => Promise.resolve();
  if (process.platform !== 'linux') return nothing;
  const wanted = needs.filter((need) => tests || need.for === 'app');
  const { families, isUbuntu } = await distribution();

  if (families.includes('debian')) {
    const names = wanted.filter((need) => !(isUbuntu && need.snapOnUbuntu)).map((need) => need.debian);
    const missing = await missingFromDpkg([...new Set(names)]);
    if (missing.length === 0) return nothing;
    if (process.getuid?.() === 0) return () => installWithApt(missing, say);
    throw new SetupError(
      `Latchkey needs ${missing.length} more system package${missing.length === 1 ? '' : 's'}. Please run:\n\n` +
        `  sudo apt-get install --no-install-recommends ${missing.join(' ')}\n`,
    );
  }

  const missing = await missingElsewhere(wanted);
  if (missing.length === 0) return nothing;
  const [installer, field] = families.includes('arch')
    ? /** @type {const} */ (['sudo pacman -S --needed', 'arch'])
    : /** @type {const} */ (['sudo dnf install', 'fedora']);
  const advice = `${installer} ${[...new Set(missing.map((need) => need[field]))].join(' ')}`;
  if (missing.some((need) => need.for === 'app') || !hasDisplay()) {
    throw new SetupError(
      `Latchkey needs more system packages. Please run this or its like:\n\n  ${advice}\n`,
    );
  }
  say(`For a private desktop, some packages are missing: ${advice}`);
  return nothing;
}

/** Whether there is a screen that a window could appear on. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Whether everything is there that a private desktop is made of. */
export function canHavePrivateDesktop() {
  if (process.platform !== 'linux') return false;
  const programs = ['Xvfb', 'openbox', 'dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'];
  return programs.every((program) => findCommand(program) !== null);
}

/** @param {import('./needs.mjs').Need[]} wanted */
async function missingElsewhere(wanted) {
  const { code, stdout } = await read('/sbin/ldconfig', ['-p']);
  const missing = [];
  for (const need of wanted) {
    if (need.library && code === 0 && !stdout.includes(need.library)) missing.push(need);
    if (need.command && findCommand(need.command) === null) missing.push(need);
  }
  return missing;
}

async function distribution() {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const value = (/** @type {string} */ key) => new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(text)?.[1] ?? '';
  const families = [value('ID'), ...value('ID_LIKE').split(' ')];
  return { families, isUbuntu: families.includes('ubuntu') };
}
