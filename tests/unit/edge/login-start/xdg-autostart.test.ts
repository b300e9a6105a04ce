import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { autostartEntry, commandOf, isEntryOn } from '../../../../src-main/edge/login-start/desktop-entry';
import { xdgAutostart } from '../../../../src-main/edge/login-start/xdg-autostart';
import { temporaryFolder } from '../files/temporary-folder';

const command = ['/opt/Latchkey/latchkey', '--hidden'];
const entry = autostartEntry(command);
const execOf = (text: string): string => /^Exec=(.*)$/m.exec(text)?.[1] ?? '';

/** Reads an Exec line as a desktop does: first as a text of an entry, then as arguments. */
function readExec(line: string): string[] {
  const text = line.replace(/\\\\/g, '\\');
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) =>
    quoted.replace(/\\(.)/g, '$1').replaceAll('%%', '%'),
  );
}

describe('the entry', () => {
  it('starts Latchkey hidden', () => {
    expect(entry).toMatch(/^\[Desktop Entry\]\nType=Application\nName=Latchkey\n/);
    expect(execOf(entry)).toBe('"/opt/Latchkey/latchkey" "--hidden"');
    expect(isEntryOn(entry)).toBe(true);
  });

  it.each([
    ['blanks', '/home/ada lovelace/Latch key'],
    ['quotes', `/home/a"da/it's`],
    ['signs of the shell', '/home/$HOME/`id`/a;b|c&d<e>f(g)*?#~'],
    ['backslashes', String.raw`/home/a\b\\c`],
    ['percent signs', '/home/50%/%f%u%%'],
    ['other letters', '/home/Zoë/鍵'],
  ])('gives back a path with %s as it is', (_what, program) => {
    const args = [program, '--hidden', '--profile-dir', `${program}/profile`];
    expect(readExec(execOf(autostartEntry(args)))).toEqual(args);
  });

  it('has no room for a line break, which would begin another key', () => {
    expect(() => autostartEntry(['/home/a\nExec=evil'])).toThrow();
  });

  it.each([
    ['Hidden=true', `${entry}Hidden=true\n`, false],
    ['GNOME’s mark', entry.replace('enabled=true', 'enabled=false'), false],
    ['blanks around it', `${entry}Hidden = true \n`, false],
    ['lines as on Windows', entry.replaceAll('\n', '\r\n'), true],
    ['another group', `${entry}[Desktop Action x]\nHidden=true\n`, true],
    ['a comment', `# Hidden=true\n${entry}`, true],
    ['nothing', '', false],
    ['no program', '[Desktop Entry]\nType=Application\n', false],
  ])('with %s is on: %#', (_what, text, on) => {
    expect(isEntryOn(text)).toBe(on);
  });
});

describe('the autostart folder', () => {
  it('gets the entry, and is rid of it again', async () => {
    const config = await temporaryFolder();
    const autostart = xdgAutostart({ XDG_CONFIG_HOME: config }, command);
    expect(await autostart.look()).toBe('off');
    await autostart.set(true);
    expect(await autostart.look()).toBe('on');
    expect(await readdir(path.join(config, 'autostart'))).toEqual(['latchkey.desktop']);
    expect(await readFile(path.join(config, 'autostart', 'latchkey.desktop'), 'utf8')).toBe(entry);
    await autostart.set(false);
    expect(await autostart.look()).toBe('off');
    expect(await readdir(path.join(config, 'autostart'))).toEqual([]);
    await autostart.set(false);
  });

  it('is in the home where nothing else is said', async () => {
    const home = await temporaryFolder();
    await xdgAutostart({ HOME: home, XDG_CONFIG_HOME: 'relative' }, command).set(true);
    expect(await readdir(path.join(home, '.config', 'autostart'))).toEqual(['latchkey.desktop']);
  });

  it('tells what was changed elsewhere, and is written anew when switched on here', async () => {
    const config = await temporaryFolder();
    const autostart = xdgAutostart({ XDG_CONFIG_HOME: config }, command);
    const file = path.join(config, 'autostart', 'latchkey.desktop');
    await autostart.set(true);
    await writeFile(file, `${entry}Hidden=true\n`);
    expect(await autostart.look()).toBe('off');
    await autostart.set(true);
    expect(await autostart.look()).toBe('on');
    await rm(file);
    expect(await autostart.look()).toBe('off');
  });

  it('that cannot be written rejects, and leaves nothing behind', async () => {
    const config = await temporaryFolder();
    const file = path.join(config, 'autostart', 'latchkey.desktop');
    await mkdir(file, { recursive: true });
    const autostart = xdgAutostart({ XDG_CONFIG_HOME: config }, command);
    await expect(autostart.set(true)).rejects.toThrow();
    await expect(autostart.set(false)).rejects.toThrow();
    await expect(autostart.look()).rejects.toThrow();
    expect(await readdir(path.join(config, 'autostart'))).toEqual(['latchkey.desktop']);
  });

  it('is out of reach where nothing that lasts can be named', async () => {
    const config = await temporaryFolder();
    const autostart = xdgAutostart({ XDG_CONFIG_HOME: config }, null);
    expect(await autostart.look()).toBe('impossible');
    await expect(autostart.set(true)).rejects.toThrow();
    await autostart.follow();
    expect(await readdir(config)).toEqual([]);
  });
});

describe('an entry for a program that has another name now', () => {
  /** An AppImage that was started at login, and what its entry is after the next start. */
  async function followed(change: {
    readonly args?: readonly string[];
    readonly isThere?: boolean;
    readonly edit?: (entry: string) => string;
  }) {
    const folder = await temporaryFolder();
    const [before, now] = ['My $Apps/Latchkey-0.1.0.AppImage', 'My $Apps/Latchkey-0.2.0.AppImage'].map(
      (name) => path.join(folder, name),
    ) as [string, string];
    await mkdir(path.dirname(now));
    await writeFile(now, '');
    if (change.isThere) await writeFile(before, '');
    const file = path.join(folder, 'autostart', 'latchkey.desktop');
    await mkdir(path.dirname(file));
    const old = autostartEntry([before, ...(change.args ?? ['--hidden'])]);
    const written = change.edit?.(old) ?? old;
    await writeFile(file, written);
    await xdgAutostart({ XDG_CONFIG_HOME: folder }, [now, '--hidden']).follow();
    const left = await readFile(file, 'utf8');
    return { written, left, followed: autostartEntry([now, '--hidden']) };
  }

  it('follows it', async () => {
    const entry = await followed({});
    expect(entry.left).toBe(entry.followed);
  });

  it.each([
    ['the old one is still there', { isThere: true }],
    ['it is another profile’s', { args: ['--hidden', '--profile-dir', '/home/ada/work'] }],
    ['it is switched off', { edit: (entry: string) => `${entry}Hidden=true\n` }],
    [
      'it is off by GNOME’s mark',
      { edit: (entry: string) => entry.replace('enabled=true', 'enabled=false') },
    ],
    [
      'somebody wrote their own',
      { edit: (entry: string) => entry.replace(/^Exec=.*$/m, 'Exec=gone --hidden') },
    ],
    ['there is more in it', { edit: (entry: string) => entry.replace(/^Exec=/m, 'Exec=nice ') }],
  ])('is left alone when %s', async (_why, change) => {
    const entry = await followed(change);
    expect(entry.left).toBe(entry.written);
  });

  it('is not made where there is none', async () => {
    const config = await temporaryFolder();
    await xdgAutostart({ XDG_CONFIG_HOME: config }, command).follow();
    expect(await readdir(config)).toEqual([]);
  });

  it.each(['/opt/a b', '/x/%f', String.raw`/x/\"$HOME`, '/x/`id`'])(
    'is read as it was written: %s',
    (program) => {
      expect(commandOf(autostartEntry([program, '--hidden']))).toEqual([program, '--hidden']);
    },
  );
});
