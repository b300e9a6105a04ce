import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { shortcuts } from '#contract/commands';
import { menuTemplate } from '../../../../src-main/edge/menu/menu-template';

type Entry = MenuItemConstructorOptions;
const shown: string[] = [];
const menu = (platform: NodeJS.Platform, isPackaged = true): Entry[] =>
  menuTemplate({
    platform,
    isPackaged,
    show: (what) => void shown.push(what),
    openQuickVerify: () => void shown.push('quick verify'),
    lock: () => void shown.push('lock'),
  });
const entriesOf = (entries: readonly Entry[]): Entry[] =>
  entries.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? entriesOf(entry.submenu) : [])]);
const roles = (entries: readonly Entry[]): string[] =>
  entriesOf(entries).flatMap(({ role }) => (role ? [role] : []));
const click = (entries: readonly Entry[], label: string): void => {
  const entry = entriesOf(entries).find((one) => one.label === label);
  (entry?.click as (() => void) | undefined)?.();
};

describe.each(['darwin', 'linux', 'win32'] as const)('the menu on %s', (platform) => {
  it('has the standard roles', () => {
    expect(roles(menu(platform))).toEqual(
      expect.arrayContaining([
        ...['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'close', 'quit', 'minimize'],
        ...['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen', 'window', 'help'],
      ]),
    );
  });

  it('leaves the developer’s tools to development', () => {
    expect(roles(menu(platform))).not.toContain('reload');
    expect(roles(menu(platform))).not.toContain('toggleDevTools');
    expect(roles(menu(platform, false))).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  });

  it('leads to the screens, the sheet of shortcuts and quick verify', () => {
    shown.length = 0;
    const labels = ['Verify', 'Recovery codes', 'Backups', 'Settings', 'Settings…', 'Keyboard shortcuts'];
    for (const label of [...labels, 'Quick verify', 'Lock']) click(menu(platform), label);
    expect(shown).toEqual([
      ...['verify', 'recovery-codes', 'backups', 'settings', 'settings', 'shortcuts', 'quick verify', 'lock'],
    ]);
  });

  it('gives no keys to two entries', () => {
    const keys = entriesOf(menu(platform, false)).flatMap(({ accelerator }) =>
      accelerator ? [accelerator] : [],
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('listens to every key that the sheet of shortcuts names', () => {
    const keys = entriesOf(menu(platform)).map(({ accelerator, role }) =>
      // What the role of the system's own menu brings along.
      role === 'quit' && platform === 'darwin' ? 'CommandOrControl+Q' : accelerator,
    );
    expect(keys).toEqual(expect.arrayContaining(Object.values(shortcuts).flat()));
  });
});

it('has the application’s own menu on macOS alone', () => {
  const ofMac = ['about', 'services', 'hide', 'hideOthers', 'unhide', 'front', 'appMenu'];
  expect(roles(menu('darwin'))).toEqual(expect.arrayContaining(ofMac));
  expect(roles(menu('linux')).filter((role) => ofMac.includes(role))).toEqual([]);
});
