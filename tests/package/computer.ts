import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { debugAddress } from '../../scripts/bench/screen/window-of.mjs';
import { startChild, stopChild } from '../../scripts/desktop/child.mjs';
import { startDisplay } from '../../scripts/desktop/display.mjs';
import { type Session, startSession, type User } from '../../scripts/desktop/session.mjs';

const name = 'latchkey-test';
const say = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'pipe'] });

/** An installed Latchkey that runs, with its window. */
interface Installed {
  readonly page: Page;
  readonly process: ChildProcess;
  /** Quits it as a logout does, and waits until it is gone. */
  readonly quit: () => Promise<void>;
}

/** This computer, with somebody on it who has never logged in before: a home, a screen, a bus and a keyring. */
export interface Computer {
  readonly session: Session;
  readonly user: User;
  /** Starts /usr/bin/latchkey as that person. */
  readonly start: (args?: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Installed>;
  /** Starts it as that person where it is expected to end by itself. */
  readonly tryToStart: (args: readonly string[]) => { status: number | null; stderr: string };
  /** Finds the Latchkey that one of these started in its own place. */
  readonly find: () => Promise<Omit<Installed, 'process'>>;
  readonly leave: () => Promise<void>;
}

/** Needs root. */
export async function arrive(): Promise<Computer> {
  forgetUser();
  say('useradd', ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name]);
  const [uid = NaN, gid = NaN] = ['-u', '-g'].map((what) => Number(say('id', [what, name])));
  const user = { uid, gid };
  const display = await startDisplay();
  const session = await startSession({ display: display.name, user });
  const running: Installed[] = [];
  return {
    session,
    user,
    async start(args = [], env = {}) {
      const started = await open(session, user, args, env);
      running.push(started);
      return started;
    },
    tryToStart: (args) =>
      spawnSync('/usr/bin/latchkey', args, {
        env: session.env,
        cwd: session.env.HOME,
        ...user,
        encoding: 'utf8',
        timeout: 20_000,
      }),
    find: () => find(session),
    async leave() {
      for (const one of running) await stopChild(one.process);
      const pid = pidIn(session);
      if (pid !== null) process.kill(pid, 'SIGKILL');
      await session.dispose();
      await display.dispose();
      forgetUser();
    },
  };
}

/** What an earlier run may have left. */
function forgetUser(): void {
  try {
    say('id', [name]);
  } catch {
    return;
  }
  say('userdel', [name]);
}

async function open(
  { env }: Session,
  user: User,
  args: readonly string[],
  more: NodeJS.ProcessEnv,
): Promise<Installed> {
  const child = startChild('/usr/bin/latchkey', ['--remote-debugging-port=0', ...args], {
    env: { ...env, ...more },
    cwd: env.HOME,
    ...user,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await debugAddress(child);
  const browser = await connect(() => address);
  const [page] = browser.contexts()[0]?.pages() ?? [];
  if (!page) throw new Error('The app has no window.');
  return {
    page,
    process: child,
    async quit() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await browser.close();
      child.kill('SIGTERM');
      await gone;
    },
  };
}

const profileOf = ({ env }: Session): string => path.join(env.HOME, '.config/Latchkey');

/** The Latchkey that holds the profile; null when none does. */
function pidIn(session: Session): number | null {
  try {
    const pid = Number(/-(\d+)$/.exec(readlinkSync(path.join(profileOf(session), 'SingletonLock')))?.[1]);
    return existsSync(`/proc/${pid}`) ? pid : null;
  } catch {
    return null;
  }
}

/** Chromium notes in the profile where DevTools can be reached, and which process it is. */
async function find(session: Session): Promise<Omit<Installed, 'process'>> {
  const profile = profileOf(session);
  const portFile = path.join(profile, 'DevToolsActivePort');
  // Until it has started, the file is the last one's.
  const port = (): string => readFileSync(portFile, 'utf8').split('\n')[0] ?? '';
  const browser = await connect(() => `http://127.0.0.1:${port()}`);
  const pid = pidIn(session) ?? NaN;
  const [page] = browser.contexts()[0]?.pages() ?? [];
  if (!page) throw new Error('The app has no window.');
  return {
    page,
    async quit() {
      await browser.close();
      process.kill(pid, 'SIGTERM');
      await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
    },
  };
}

/** Playwright hangs now and then when it connects while a window is being made: it is there when it has a title. */
async function connect(address: () => string): Promise<Browser> {
  const titles = async (): Promise<string> => {
    const targets = (await (await fetch(`${address()}/json/list`)).json()) as {
      type: string;
      title: string;
    }[];
    return targets.map(({ type, title }) => `${type}: ${title}`).join();
  };
  await expect.poll(() => titles().catch(() => ''), { timeout: 30_000 }).toMatch(/page: .*Latchkey/);
  return chromium.connectOverCDP(address());
}

export const install = (deb: string): string => say('dpkg', ['-i', deb]);
/** Removes the package with all that the system keeps of it. */
export const purge = (): string => say('dpkg', ['--purge', 'latchkey']);
/**
 * Makes a package with nothing in it.
 *
 * @param beforeInstall what dpkg runs first
 * @returns the file
 */
export async function makeDeb(
  folder: string,
  name: string,
  version: string,
  beforeInstall = 'exit 0',
): Promise<string> {
  const content = path.join(folder, `${name}-${version}`);
  await mkdir(path.join(content, 'DEBIAN'), { recursive: true });
  const about = [
    `Package: ${name}`,
    `Version: ${version}`,
    'Architecture: all',
    'Maintainer: Nobody <nobody@invalid>',
  ];
  await writeFile(path.join(content, 'DEBIAN', 'control'), `${about.join('\n')}\nDescription: none\n`);
  const script = path.join(content, 'DEBIAN', 'preinst');
  await writeFile(script, `#!/bin/sh\n${beforeInstall}\n`, { mode: 0o755 });
  say('dpkg-deb', ['--build', content, `${content}.deb`]);
  return `${content}.deb`;
}
/** The installed version; null without one. */
export function installedVersion(): string | null {
  try {
    return say('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}${Version}', 'latchkey']).replace(/^ii /, '');
  } catch {
    return null;
  }
}

/** Every path of the system, where packages put their files. */
export function systemPaths(): Set<string> {
  const folders = ['/etc', '/opt', '/usr', '/var/lib', '/var/cache'];
  const found = folders.flatMap((folder) => say('find', [folder, '-xdev', '-printf', '%p\n']).split('\n'));
  return new Set(found.filter((one) => !/__pycache__|^\/var\/(lib|cache)\/apt\//.test(one)));
}

/** Every file in a folder, from there. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
