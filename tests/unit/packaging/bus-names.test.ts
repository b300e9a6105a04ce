import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { busNames } from '../../../src-main/edge/bus/names';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): unknown => parse(readFileSync(path.join(root, file), 'utf8'));

/** Which plug of a snap lets each name through; null where none does, which docs/release.md says. */
const plugs: Record<string, string | null> = {
  'org.kde.StatusNotifierWatcher': 'default',
  'org.freedesktop.ScreenSaver': 'default',
  'org.gnome.ScreenSaver': 'default',
  'org.cinnamon.ScreenSaver': null,
  'org.mate.ScreenSaver': null,
  'org.xfce.ScreenSaver': null,
  'org.freedesktop.secrets': 'password-manager-service',
  'org.freedesktop.Notifications': 'default',
  'org.gnome.Mutter.IdleMonitor': null,
  'org.freedesktop.login1': 'login-session-observe',
};

describe('the names that are spoken to on the buses', () => {
  it('are those that the Flatpak may speak to, and no other', () => {
    const { 'finish-args': args } = read('assets/linux/org.latchkey.Latchkey.flatpak.yml') as {
      'finish-args': string[];
    };
    const allowed = (option: string): string[] =>
      args.filter((arg) => arg.startsWith(`--${option}=`)).map((arg) => arg.slice(option.length + 3));
    expect(allowed('talk-name').sort()).toEqual([...busNames.session].sort());
    expect(allowed('system-talk-name').sort()).toEqual([...busNames.system].sort());
  });

  it('each have the plug of a snap that lets them through, where there is one', () => {
    const { snap } = read('electron-builder.yml') as { snap: { plugs: string[] } };
    for (const name of [...busNames.session, ...busNames.system]) {
      expect(Object.keys(plugs)).toContain(name);
      const plug = plugs[name];
      if (plug) expect(snap.plugs, name).toContain(plug);
    }
  });

  it('are written down in that one list alone', () => {
    const sources = ['follow-screen-lock.ts', 'follow-tray.ts', 'watcher.ts', 'standing-question.ts'];
    const known = new Set<string>([...busNames.session, ...busNames.system, 'org.freedesktop.DBus']);
    for (const file of sources) {
      const text = readFileSync(path.join(root, 'src-main/edge/bus', file), 'utf8');
      const names = text.match(/\b(?:org|com)(?:\.[A-Za-z0-9]+){2,}/g) ?? [];
      expect(
        names.filter((name) => !known.has(name)),
        file,
      ).toEqual([]);
    }
  });
});
