import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { autostartEntry, isEntryOn } from '../../../src-main/edge/login-start/desktop-entry';
import { xdgAutostart } from '../../../src-main/edge/login-start/xdg-autostart';
import { temporaryFolder } from './temporary-folder';

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

  it.each(['SNAP', 'FLATPAK_ID'])('is out of reach inside %s', async (name) => {
    const config = await temporaryFolder();
    const autostart = xdgAutostart({ XDG_CONFIG_HOME: config, [name]: 'latchkey' }, command);
    expect(await autostart.look()).toBe('impossible');
    await expect(autostart.set(true)).rejects.toThrow();
    expect(await readdir(config)).toEqual([]);
  });
});
